import { randomUUID } from 'node:crypto';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Database, DatabaseKind } from '@showrunner/store';
import { CompiledQuery } from 'kysely';
import { gatewaySchema } from '../gateway-schema.ts';
import type { GatewayTables } from '../tables.ts';

/** What somebody spent, in US dollars. */
export interface SpentAmount {
  readonly purse: string;
  readonly dollars: number;
  /** Of the window in which it was spent; null without one. */
  readonly windowEndsAt: number | null;
  /** Nothing where it is not known: what was spent then counts whatever was set since. */
  readonly epoch: number | undefined;
}

/** Amounts that are added together, each of another purse. */
export interface PurseBatch {
  /** By which the database knows whether it has it. */
  readonly id: string;
  readonly amounts: readonly SpentAmount[];
}

/** So many are added in a millisecond or two, for which an event loop may be held. */
const MOST_AT_ONCE = 500;

/**
 * Makes batches of amounts, those of unknown epochs apart. In each they stand in one order, so that two who write at once do
 * not wait for one another.
 */
export function batchesOf(amounts: readonly SpentAmount[]): PurseBatch[] {
  const known = amounts.filter(({ epoch }) => epoch !== undefined);
  const unknown = amounts.filter(({ epoch }) => epoch === undefined);
  return [...batchesOfKind(known), ...batchesOfKind(unknown)];
}

function byPurse(one: SpentAmount, other: SpentAmount): number {
  if (one.purse === other.purse) return 0;
  return one.purse < other.purse ? -1 : 1;
}

/** Amounts of one purse, of windows that ended, stay in their order: the second goes into the second round. */
function batchesOfKind(amounts: SpentAmount[]): PurseBatch[] {
  amounts.sort(byPurse);
  const rounds: SpentAmount[][] = [];
  let round = 0;
  for (let index = 0; index < amounts.length; index++) {
    const amount = amounts[index];
    if (!amount) continue;
    round = amounts[index - 1]?.purse === amount.purse ? round + 1 : 0;
    (rounds[round] ??= []).push(amount);
  }
  return rounds.flatMap((alone) => {
    const batches: PurseBatch[] = [];
    for (let start = 0; start < alone.length; start += MOST_AT_ONCE) {
      batches.push({ id: randomUUID(), amounts: alone.slice(start, start + MOST_AT_ONCE) });
    }
    return batches;
  });
}

/**
 * Adds batches to the purses. One whose answer was lost may come again: nothing counts twice. SQLite writes each page that
 * changes once a transaction, and thousands of purses lie in as many pages, so there all go into one; the event loop is
 * let go in between. In Postgres each is its own, because others wait for its rows.
 */
export async function writePurses(database: Database<GatewayTables>, batches: readonly PurseBatch[]): Promise<void> {
  if (database.kind === 'postgres') {
    for (const batch of batches) await inOneGo(database, [batch]);
  } else {
    await inOneGo(database, batches);
  }
}

function inOneGo({ query, kind }: Database<GatewayTables>, batches: readonly PurseBatch[]): Promise<void> {
  return query.transaction().execute(async (transaction) => {
    for (const { id, amounts } of batches) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('purse_batches')
        .values({ id, written_at: Date.now() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) continue;
      await transaction.executeQuery(CompiledQuery.raw(textFor(kind, amounts), valuesOf(kind, amounts)));
      // SQLite answers at once, however many batches there are.
      if (kind === 'sqlite') await afterOthers();
    }
  });
}

function valuesOf(kind: DatabaseKind, amounts: readonly SpentAmount[]): unknown[] {
  const values: unknown[] = [];
  for (const { purse, dollars, windowEndsAt, epoch } of amounts)
    values.push(purse, dollars, dollars, windowEndsAt, epoch ?? 0);
  const now = Date.now();
  values.push(...(kind === 'postgres' ? [now] : [now, now, now]));
  return values;
}

/** The texts by kind and length; under load nearly all batches are full, and share one. */
const texts = new Map<string, string>();
const MOST_TEXTS = 20;

function textFor(kind: DatabaseKind, { length: count, 0: first }: readonly SpentAmount[]): string {
  const isEpochKnown = first?.epoch !== undefined;
  const key = `${kind} ${count} ${isEpochKnown}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = write(kind, count, isEpochKnown);
    if (texts.size < MOST_TEXTS) texts.set(key, text);
  }
  return text;
}

/** Types, which Postgres does not find out by itself in a list of values. */
const COLUMNS = ['text', 'float8', 'float8', 'bigint', 'integer'];

/**
 * Adds to each purse. Of a purse that was set by hand since, nothing; in a window that is over, to what was ever spent
 * alone; the first in a window begins it. The time comes behind the rows, as often as SQLite needs it. Written out: the
 * query builder takes longer to put a batch together than the database to keep it.
 */
function write(kind: DatabaseKind, count: number, isEpochKnown: boolean): string {
  const isPostgres = kind === 'postgres';
  const rows = Array.from({ length: count }, (_, row) => {
    const numbered = COLUMNS.map((type, place) => `$${row * COLUMNS.length + place + 1}::${type}`);
    return `(${isPostgres ? numbered.join(', ') : '?, ?, ?, ?, ?'})`;
  });
  const table = isPostgres ? `"${gatewaySchema.name}"."purses"` : '"purses"';
  const isSetSince = isEpochKnown ? 'purses.epoch > excluded.epoch' : 'false';
  const now = isPostgres ? `$${count * COLUMNS.length + 1}::bigint` : '?';
  return `
    insert into ${table} (id, total, spent, window_ends_at, epoch) values ${rows.join(', ')}
    on conflict (id) do update set
      total = case when ${isSetSince} then purses.total else purses.total + excluded.total end,
      spent = case
        when ${isSetSince} then purses.spent
        when excluded.window_ends_at is null then purses.spent + excluded.spent
        when purses.window_ends_at is null or purses.window_ends_at <= ${now} then excluded.spent
        when excluded.window_ends_at <= ${now} then purses.spent
        else purses.spent + excluded.spent end,
      window_ends_at = case
        when ${isSetSince} or excluded.window_ends_at is null then purses.window_ends_at
        when excluded.window_ends_at <= ${now} and purses.window_ends_at > ${now} then purses.window_ends_at
        else excluded.window_ends_at end`;
}
