import { sql, type Kysely } from 'kysely';
import type { UsageTables } from './usage-tables.ts';

/** What a key has cost on a day. */
export interface SpentOnDay {
  /** US dollars. */
  readonly spentUsd: number;
  /** What of it one generation has cost. */
  readonly ownUsd: number;
}

/** @param now decides which day it is, in UTC */
export async function spentOn(
  query: Kysely<UsageTables>,
  keyId: string,
  now: Date,
  generation = '',
): Promise<SpentOnDay> {
  const cost = sql`coalesce(cost_usd, bound_usd)`;
  const { spent, own } = await query
    .selectFrom('usage')
    .select(({ fn }) => [
      fn.sum<number | null>(cost).as('spent'),
      fn.sum<number | null>(sql`CASE WHEN generation = ${generation} THEN ${cost} ELSE 0 END`).as('own'),
    ])
    .where('key_id', '=', keyId)
    .where('at', '>=', now.toISOString().slice(0, 10))
    .executeTakeFirstOrThrow();
  return { spentUsd: spent ?? 0, ownUsd: own ?? 0 };
}

/** How many questions are looked back at. */
const LOOKED_AT = 100;

/** What generations of a recipe have cost a key lately. */
export interface SeenCost {
  /** US dollars of the dearest. */
  readonly dearestUsd: number;
  /** How many were looked at. */
  readonly generations: number;
}

/**
 * What the key's last generations of a recipe have cost. One under way has not told yet what it comes to: its first
 * question may have been the cheapest.
 */
export async function seenCostOf(query: Kysely<UsageTables>, keyId: string, recipe: string): Promise<SeenCost> {
  const last = query
    .selectFrom('usage')
    .select(['generation', sql<number>`coalesce(cost_usd, bound_usd)`.as('cost')])
    .where('key_id', '=', keyId)
    .where('recipe', '=', recipe)
    .where('generation', 'not in', query.selectFrom('cost_holds').select('id').where('key_id', '=', keyId))
    .orderBy('at', 'desc')
    .limit(LOOKED_AT);
  const totals = await query
    .selectFrom(last.as('last'))
    .select(({ fn }) => fn.sum<number>('cost').as('total'))
    .groupBy('generation')
    .execute();
  return {
    dearestUsd: totals.reduce((dearest, { total }) => Math.max(dearest, total), 0),
    generations: totals.length,
  };
}

/** What generations under way may still cost of a key. */
export interface HeldCost {
  /** Nobody's hold is one, though of nothing. */
  readonly holders: number;
  /** US dollars. */
  readonly amountUsd: number;
  /** Of them all the one that began first. */
  readonly first: string | undefined;
}

/** What others than one generation hold. */
export async function heldByOthers(query: Kysely<UsageTables>, keyId: string, own: string): Promise<HeldCost> {
  const holds = await query
    .selectFrom('cost_holds')
    .select(['id', 'amount_usd'])
    .where('key_id', '=', keyId)
    .where('id', '!=', own)
    .execute();
  return {
    holders: holds.length,
    amountUsd: holds.reduce((sum, { amount_usd }) => sum + amount_usd, 0),
    // Ids begin with the time. Databases differ on the order of letters.
    first: holds.map(({ id }) => id).toSorted((one, other) => (one < other ? -1 : 1))[0],
  };
}
