import { sql, type Kysely } from 'kysely';
import type { HeldDatabase } from '../jobs/held-database.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import type { UsageTables } from './usage-tables.ts';

type Tables = UsageTables & KeyTables;

/** What a generation wants to hold of its key's daily cost. */
export interface WantedHold {
  readonly id: string;
  readonly keyId: string;
  readonly recipe: string;
  /** US dollars that its first question costs at most. */
  readonly worstUsd: number;
  /** US dollars a day. */
  readonly limitUsd: number;
}

/** `held`: it may begin. `busy`: there is room once others have ended. `spent`: not before the next day. */
export type HoldOutcome = 'held' | 'busy' | 'spent';

/** What a dead process held is free again after this time; living ones renew theirs three times as often. */
const LEASE_MS = 60_000;
/** A sum of many floating figures is not exact; far below the price of one token. */
const EPSILON_USD = 1e-9;

/**
 * What the generations of limited keys may still cost, exactly among all processes on a database. A generation holds
 * what its first question can cost at most, or what the dearest of the key's last ones of that recipe has cost; the very
 * first of a recipe holds all that there is, because nobody knows what repairs will come to. Beside others it is let in
 * where everything fits; alone always, while the limit is not reached. So a day costs at most its limit and one
 * generation.
 */
export class CostHolds {
  readonly #database: HeldDatabase<Tables>;
  readonly #own = new Set<string>();
  readonly #renewing: NodeJS.Timeout;

  constructor(database: HeldDatabase<Tables>) {
    this.#database = database;
    this.#renewing = setInterval(() => void this.#renew(), LEASE_MS / 3).unref();
  }

  /** @param now decides which day it is, in UTC */
  async take(wanted: WantedHold, now = new Date()): Promise<HoldOutcome> {
    const outcome = await this.#database.write((transaction) => takeHold(transaction, wanted, now));
    if (outcome === 'held') this.#own.add(wanted.id);
    return outcome;
  }

  /** Whether the key's day has cost what it may. */
  isSpent({ keyId, limitUsd }: Pick<WantedHold, 'keyId' | 'limitUsd'>, now = new Date()): Promise<boolean> {
    return this.#database.read(async (query) => reaches(await spentOn(query, keyId, now), limitUsd));
  }

  /** A part has been paid, and stands in the usage. */
  async reduce(id: string, byUsd: number): Promise<void> {
    await this.#database.read((query) =>
      query
        .updateTable('cost_holds')
        .set({ amount_usd: sql<number>`CASE WHEN amount_usd > ${byUsd} THEN amount_usd - ${byUsd} ELSE 0 END` })
        .where('id', '=', id)
        .execute(),
    );
  }

  async release(id: string): Promise<void> {
    this.#own.delete(id);
    await this.#database.read((query) => query.deleteFrom('cost_holds').where('id', '=', id).execute());
  }

  dispose(): void {
    clearInterval(this.#renewing);
  }

  async #renew(): Promise<void> {
    if (this.#own.size === 0) return;
    const expires_at = leaseFrom(new Date());
    try {
      await this.#database.read((query) =>
        query
          .updateTable('cost_holds')
          .set({ expires_at })
          .where('id', 'in', [...this.#own])
          .execute(),
      );
    } catch {
      // The next turn comes before the lease is over.
    }
  }
}

async function takeHold(
  transaction: Kysely<Tables>,
  { id, keyId, recipe, worstUsd, limitUsd }: WantedHold,
  now: Date,
): Promise<HoldOutcome> {
  // Whoever else wants to hold of this key waits here for the end of the transaction, on both databases.
  await transaction
    .updateTable('api_keys')
    .set((columns) => ({ priority: columns.ref('priority') }))
    .where('id', '=', keyId)
    .execute();
  await transaction
    .deleteFrom('cost_holds')
    .where('key_id', '=', keyId)
    // Its own stands there already where the word of a commit was lost, and the transaction is done once more.
    .where((row) => row.or([row('expires_at', '<', now.toISOString()), row('id', '=', id)]))
    .execute();
  const spent = await spentOn(transaction, keyId, now);
  if (reaches(spent, limitUsd)) return 'spent';
  const held = await heldOf(transaction, keyId);
  const dearest = await dearestOf(transaction, keyId, recipe);
  const amount_usd = dearest === null ? Math.max(worstUsd, limitUsd) : Math.max(worstUsd, dearest);
  if (held !== null && spent + held + amount_usd > limitUsd + EPSILON_USD) return 'busy';
  await transaction
    .insertInto('cost_holds')
    .values({ id, key_id: keyId, amount_usd, expires_at: leaseFrom(now) })
    .execute();
  return 'held';
}

function reaches(spentUsd: number, limitUsd: number): boolean {
  return spentUsd >= limitUsd - EPSILON_USD;
}

/** What the key has cost on the day of `now`. */
async function spentOn(query: Kysely<Tables>, keyId: string, now: Date): Promise<number> {
  const { spent } = await query
    .selectFrom('usage')
    .select(({ fn }) => fn.sum<number | null>(sql`coalesce(cost_usd, bound_usd)`).as('spent'))
    .where('key_id', '=', keyId)
    .where('at', '>=', now.toISOString().slice(0, 10))
    .executeTakeFirstOrThrow();
  return spent ?? 0;
}

/** How many questions are looked back at. */
const LOOKED_AT = 100;

/**
 * What the dearest of the key's last generations of a recipe has cost; null where there was none. One under way has not
 * told yet what it comes to: its first question may have been the cheapest.
 */
async function dearestOf(query: Kysely<Tables>, keyId: string, recipe: string): Promise<number | null> {
  const last = query
    .selectFrom('usage')
    .select(['generation', sql<number>`coalesce(cost_usd, bound_usd)`.as('cost')])
    .where('key_id', '=', keyId)
    .where('recipe', '=', recipe)
    .where('generation', 'not in', query.selectFrom('cost_holds').select('id').where('key_id', '=', keyId))
    .orderBy('at', 'desc')
    .limit(LOOKED_AT);
  const dearest = await query
    .selectFrom(last.as('last'))
    .select(({ fn }) => fn.sum<number>('cost').as('total'))
    .groupBy('generation')
    .orderBy('total', 'desc')
    .executeTakeFirst();
  return dearest?.total ?? null;
}

/** What others hold; null where nobody does. */
async function heldOf(query: Kysely<Tables>, keyId: string): Promise<number | null> {
  const { held } = await query
    .selectFrom('cost_holds')
    .select(({ fn }) => fn.sum<number | null>('amount_usd').as('held'))
    .where('key_id', '=', keyId)
    .executeTakeFirstOrThrow();
  return held;
}

function leaseFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}
