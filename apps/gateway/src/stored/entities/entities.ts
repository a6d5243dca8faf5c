import { sql, type Kysely, type SqlBool } from 'kysely';
import type { BudgetCalendar } from '../../config/spending-settings.ts';
import type { EntityKind, PurseRow } from '../entity-tables.ts';
import type { GatewayDatabase } from '../gateway-database.ts';
import type { GatewayTables } from '../tables.ts';
import { fromRow, type Entity } from './entity.ts';
import { countEntities, listCallbackHolders, listEntities, type EntityPage, type EntityQuery } from './entity-query.ts';
import { EntityWriter, type EntityName } from './entity-writer.ts';

/** A change is told to others for so long; whoever looks at least that often misses none. */
const CHANGES_KEPT_MS = 10 * 60_000;

/** All that is managed, in the gateway's database. Everything rejects while the database cannot be used. */
export class Entities {
  readonly #database: Pick<GatewayDatabase, 'open'>;
  readonly #listeners = new Set<(changed: readonly EntityName[]) => void>();

  #flush: () => Promise<void> = async () => {};
  #calendar: () => BudgetCalendar = () => ({ zone: 'UTC', resetMinutes: 0 });

  constructor(database: Pick<GatewayDatabase, 'open'>) {
    this.#database = database;
  }

  /** When windows of budgets end, for those who show and set what was spent in them. */
  get calendar(): BudgetCalendar {
    return this.#calendar();
  }

  /** Windows end by this calendar from now on, until then by that of UTC; what is spent is written by `flush`. */
  goBy(calendar: () => BudgetCalendar, flush: () => Promise<void>): void {
    this.#calendar = calendar;
    this.#flush = flush;
  }

  /** Writes what was spent here until now, where that can be done, so that whoever reads it next sees all of it. */
  async writeSpent(): Promise<void> {
    await this.#flush().catch(() => undefined);
  }

  /** Calls back behind each change that is made here. */
  onChange(listener: (changed: readonly EntityName[]) => void): void {
    this.#listeners.add(listener);
  }

  async find({ kind, id }: EntityName): Promise<Entity | undefined> {
    return (await this.list({ kind, ids: [id] }))[0];
  }

  async list(filter: EntityQuery, page?: EntityPage): Promise<Entity[]> {
    return listEntities(await this.#query(), filter, page);
  }

  /** Keys and teams that have callbacks of their own. */
  async callbackHolders(): Promise<Entity[]> {
    return listCallbackHolders(await this.#query());
  }

  async count(filter: EntityQuery): Promise<number> {
    return countEntities(await this.#query(), filter);
  }

  /** The ids of a kind, at most so many of them, in no order. */
  async idsOf(kind: EntityKind, most: number): Promise<readonly string[]> {
    const query = await this.#query();
    const rows = await query.selectFrom('entities').select('id').where('kind', '=', kind).limit(most).execute();
    return rows.map(({ id }) => id);
  }

  /** The key that is found by a digest now. */
  async keyOfDigest(digest: string): Promise<Entity | undefined> {
    return (await this.findByDigest(digest))?.key;
  }

  /** The same, with until when it is found by it, in milliseconds since 1970; null where that is for good. */
  async findByDigest(digest: string): Promise<{ readonly key: Entity; readonly until: number | null } | undefined> {
    const query = await this.#query();
    const row = await query
      .selectFrom('key_digests')
      .innerJoin('entities', (join) =>
        join.onRef('entities.id', '=', 'key_digests.key_id').on('entities.kind', '=', 'key'),
      )
      .selectAll('entities')
      .select('valid_until')
      .where('digest', '=', digest)
      .where((some) => some.or([some('valid_until', 'is', null), some('valid_until', '>', Date.now())]))
      .executeTakeFirst();
    return row && { key: fromRow(row), until: row.valid_until };
  }

  /** The digests by which keys are found for good, by their ids. */
  async digestsOf(keyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (keyIds.length === 0) return new Map();
    const query = await this.#query();
    const rows = await query
      .selectFrom('key_digests')
      .select(['key_id', 'digest'])
      .where('key_id', 'in', keyIds)
      .where('valid_until', 'is', null)
      .execute();
    return new Map(rows.map(({ key_id: id, digest }) => [id, digest]));
  }

  /** What these have spent, by the names of their purses; those that have spent nothing are not there. */
  async pursesOf(ids: readonly string[]): Promise<ReadonlyMap<string, PurseRow>> {
    if (ids.length === 0) return new Map();
    const query = await this.#query();
    const rows = await query.selectFrom('purses').selectAll().where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Those whose names begin so, at most so many, by their names. */
  async pursesBeginning(prefix: string, most: number): Promise<readonly PurseRow[]> {
    const query = await this.#query();
    return query
      .selectFrom('purses')
      .selectAll()
      .where(beginsWith(prefix))
      .where('total', '>', 0)
      .orderBy('id')
      .limit(most)
      .execute();
  }

  /** Makes changes together or not at all, and tells who remembers what was changed. */
  async change<Result>(work: (writer: EntityWriter) => Promise<Result>): Promise<Result> {
    const { query, kind } = await this.#database.open();
    const { result, changed } = await query.transaction().execute(async (transaction) => {
      const writer = new EntityWriter(transaction, kind);
      return { result: await work(writer), changed: writer.changed };
    });
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
    return result;
  }

  /** What anybody changed since then, in milliseconds since 1970. */
  async changesSince(time: number): Promise<readonly { readonly id: string; readonly name: EntityName }[]> {
    const query = await this.#query();
    const rows = await query.selectFrom('entity_changes').selectAll().where('changed_at', '>=', time).execute();
    return rows.map(({ id, kind, entity_id: entityId }) => ({ id, name: { kind, id: entityId } }));
  }

  async #query(): Promise<Kysely<GatewayTables>> {
    return (await this.#database.open()).query;
  }
}

/** By `like`, because the order of letters differs between databases. */
function beginsWith(prefix: string) {
  return sql<SqlBool>`id like ${`${prefix.replaceAll(/[%_!]/g, '!$&')}%`} escape '!'`;
}

/** Deletes what need not be told any longer, and digests and batches that are over. Returns how many rows. */
export async function sweepEntityTraces(query: Kysely<GatewayTables>): Promise<number> {
  const before = Date.now() - CHANGES_KEPT_MS;
  const results = [
    await query.deleteFrom('entity_changes').where('changed_at', '<', before).executeTakeFirst(),
    await query.deleteFrom('purse_batches').where('written_at', '<', before).executeTakeFirst(),
    await query.deleteFrom('key_digests').where('valid_until', '<=', Date.now()).executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
