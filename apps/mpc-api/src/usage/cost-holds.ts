import type { Kysely } from 'kysely';
import type { HeldDatabase } from '../jobs/held-database.ts';
import type { KeyTables } from '../keys/key-tables.ts';
import { heldByOthers, seenCostOf, spentOn, type SeenCost } from './cost-of-key.ts';
import type { UsageTables } from './usage-tables.ts';

type Tables = UsageTables & KeyTables;

/** A generation of a key whose cost of a day is limited. */
interface Holder {
  readonly id: string;
  readonly keyId: string;
  /** US dollars a day. */
  readonly limitUsd: number;
}

/** What a generation wants to hold of its key's daily cost before it begins. */
export interface WantedHold extends Holder {
  readonly recipe: string;
  /** US dollars that its first question costs at most. */
  readonly worstUsd: number;
}

/** What a generation wants to hold before a further question. */
export interface WantedRoom extends Holder {
  /** US dollars that its questions under way cost at most, without that one and with it. */
  readonly underWayUsd: number;
  readonly wantedUsd: number;
}

/** `busy`: there is room once others have ended. `spent`: not before the next day. */
export type NoRoom = 'busy' | 'spent';

/** What is held now, in US dollars. */
export interface Held {
  readonly amountUsd: number;
}

/** What a dead process held is free again after this time; living ones renew theirs three times as often. */
const LEASE_MS = 60_000;
/** A sum of many floating figures is not exact; far below the price of one token. */
const EPSILON_USD = 1e-9;
/**
 * The next generation of a recipe may cost so many times more than the only one that was seen, and less than that with
 * each that was: of ten the dearest is taken for half of what may come.
 */
const SURPRISE = 9;

/**
 * What the generations of limited keys may still cost, exactly among all processes on a database. One holds what its
 * first question can cost at most, or what the dearest of the key's last ones of that recipe lets expect; the very first
 * of a recipe holds all that there is. Beside others it is let in where everything fits; alone always, while the limit is
 * not reached. A question that may cost more than is held has to fit as well; where it does not, its generation holds no
 * more than what is under way and waits for the others. The one that began first is not held up by what it has cost
 * itself. So a day costs at most its limit and one generation, as long as no vendor bills more tokens than it was allowed.
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
  async take(wanted: WantedHold, now = new Date()): Promise<Held | NoRoom> {
    const outcome = await this.#database.write((transaction) => takeHold(transaction, wanted, now));
    if (typeof outcome === 'object') this.#own.add(wanted.id);
    return outcome;
  }

  /** @param now as above */
  extend(wanted: WantedRoom, now = new Date()): Promise<Held | NoRoom> {
    return this.#database.write((transaction) => extendHold(transaction, wanted, now));
  }

  /** Whether the key's day has cost what it may. */
  isSpent({ keyId, limitUsd }: Pick<Holder, 'keyId' | 'limitUsd'>, now = new Date()): Promise<boolean> {
    return this.#database.read(async (query) => reaches((await spentOn(query, keyId, now)).spentUsd, limitUsd));
  }

  /** A question has been paid, and stands in the usage. */
  async lower(id: string, amountUsd: number): Promise<void> {
    await this.#database.read((query) =>
      query.updateTable('cost_holds').set({ amount_usd: amountUsd }).where('id', '=', id).execute(),
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

async function takeHold(transaction: Kysely<Tables>, wanted: WantedHold, now: Date): Promise<Held | NoRoom> {
  const { id, keyId, recipe, worstUsd, limitUsd } = wanted;
  await lockKey(transaction, keyId);
  await removeDead(transaction, wanted, now);
  const { spentUsd } = await spentOn(transaction, keyId, now);
  if (reaches(spentUsd, limitUsd)) return 'spent';
  const others = await heldByOthers(transaction, keyId, id);
  const amountUsd = Math.max(worstUsd, expectedOf(await seenCostOf(transaction, keyId, recipe), limitUsd));
  if (others.holders > 0 && !fits(spentUsd + others.amountUsd + amountUsd, limitUsd)) return 'busy';
  return hold(transaction, wanted, amountUsd, now);
}

/** What a generation is to be expected to cost at most. */
function expectedOf({ dearestUsd, generations }: SeenCost, limitUsd: number): number {
  return generations === 0 ? limitUsd : dearestUsd * (1 + SURPRISE / generations);
}

async function extendHold(transaction: Kysely<Tables>, wanted: WantedRoom, now: Date): Promise<Held | NoRoom> {
  const { id, keyId, limitUsd, underWayUsd, wantedUsd } = wanted;
  await lockKey(transaction, keyId);
  await removeDead(transaction, wanted, now);
  const { spentUsd, ownUsd } = await spentOn(transaction, keyId, now, id);
  const others = await heldByOthers(transaction, keyId, id);
  const isFirst = others.first === undefined || id < others.first;
  const isHeldUp = !isFirst || !fits(spentUsd - ownUsd + others.amountUsd, limitUsd);
  if (!isHeldUp || fits(spentUsd + others.amountUsd + wantedUsd, limitUsd))
    return hold(transaction, wanted, wantedUsd, now);
  await hold(transaction, wanted, underWayUsd, now);
  return reaches(spentUsd, limitUsd) ? 'spent' : 'busy';
}

/** Whoever else wants to hold of this key waits here for the end of the transaction, on both databases. */
async function lockKey(transaction: Kysely<Tables>, keyId: string): Promise<void> {
  await transaction
    .updateTable('api_keys')
    .set((columns) => ({ priority: columns.ref('priority') }))
    .where('id', '=', keyId)
    .execute();
}

/** Its own stands there as well where it held before, or where the word of a commit was lost. */
async function removeDead(transaction: Kysely<Tables>, { id, keyId }: Holder, now: Date): Promise<void> {
  await transaction
    .deleteFrom('cost_holds')
    .where('key_id', '=', keyId)
    .where((row) => row.or([row('expires_at', '<', now.toISOString()), row('id', '=', id)]))
    .execute();
}

async function hold(transaction: Kysely<Tables>, { id, keyId }: Holder, amountUsd: number, now: Date): Promise<Held> {
  await transaction
    .insertInto('cost_holds')
    .values({ id, key_id: keyId, amount_usd: amountUsd, expires_at: leaseFrom(now) })
    .execute();
  return { amountUsd };
}

function fits(sumUsd: number, limitUsd: number): boolean {
  return sumUsd <= limitUsd + EPSILON_USD;
}

function reaches(spentUsd: number, limitUsd: number): boolean {
  return spentUsd >= limitUsd - EPSILON_USD;
}

function leaseFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}
