import { randomUUID } from 'node:crypto';
import type { DatabaseKind } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import type { EntityKind } from '../entity-tables.ts';
import type { GatewayTables } from '../tables.ts';
import { changedColumns, fromRow, newRow, type Entity, type EntityChanges, type NewEntity } from './entity.ts';
import { purseName } from './purse-name.ts';
import { listEntities, type EntityPage, type EntityQuery } from './entity-query.ts';

/** One of a kind: `{ kind: 'team', id: 'blue' }`. */
export interface EntityName {
  readonly kind: EntityKind;
  readonly id: string;
}

/** Aliases of these stand for one alone, as in LiteLLM. */
export const ALONE: ReadonlySet<EntityKind> = new Set(['key', 'access_group', 'credential']);

/** Another one of its kind has this id, or this alias. */
export class EntityExistsError extends Error {
  readonly member: 'id' | 'alias';

  constructor(kind: EntityKind, member: 'id' | 'alias', value: string) {
    super(`there is a ${kind.replace('_', ' ')} with the ${member} ${value.slice(0, 200)} already`);
    this.name = 'EntityExistsError';
    this.member = member;
  }
}

/** Changes that are made together or not at all. */
export class EntityWriter {
  /** What was changed, for those who remember it. */
  readonly changed: EntityName[] = [];
  readonly #query: Transaction<GatewayTables>;
  readonly #database: DatabaseKind;

  constructor(query: Transaction<GatewayTables>, database: DatabaseKind) {
    this.#query = query;
    this.#database = database;
  }

  list(filter: EntityQuery, page?: EntityPage): Promise<Entity[]> {
    return listEntities(this.#query, filter, page);
  }

  /** As it is now, and as it stays for others until the changes are made. */
  async find({ kind, id }: EntityName): Promise<Entity | undefined> {
    const row = await this.#query
      .selectFrom('entities')
      .selectAll()
      .where('kind', '=', kind)
      .where('id', '=', id)
      .$if(this.#database === 'postgres', (rows) => rows.forUpdate())
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** Rejects with an `EntityExistsError` where its id or its alias is another's. */
  async add(entity: NewEntity): Promise<Entity> {
    const row = newRow(entity, Date.now());
    const { numInsertedOrUpdatedRows } = await this.#query
      .insertInto('entities')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new EntityExistsError(entity.kind, 'id', entity.id);
    await this.#takeAlias(entity, entity.alias ?? null);
    await this.#tell(entity);
    return fromRow(row);
  }

  /** Nothing where there is no such one. Rejects with an `EntityExistsError` where its alias is another's. */
  async update(name: EntityName, changes: EntityChanges): Promise<Entity | undefined> {
    const row = await this.#query
      .updateTable('entities')
      .set(changedColumns(changes, Date.now()))
      .where('kind', '=', name.kind)
      .where('id', '=', name.id)
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    if (changes.alias !== undefined) {
      await this.#giveAliasBack(name);
      await this.#takeAlias(name, changes.alias);
    }
    await this.#tell(name);
    return fromRow(row);
  }

  /** What finds it and what it has spent goes with it, so that nobody who comes to its id inherits either. */
  async remove(name: EntityName): Promise<void> {
    const { kind, id } = name;
    await this.#query.deleteFrom('entities').where('kind', '=', kind).where('id', '=', id).execute();
    await this.#giveAliasBack(name);
    if (kind === 'key') await this.#query.deleteFrom('key_digests').where('key_id', '=', id).execute();
    await this.#emptyPurses(name);
    await this.#tell(name);
  }

  /**
   * What counts as spent from now on, in US dollars: counters of before count no longer.
   *
   * @param windowEndsAt until when; null where it always counts
   */
  async setSpent(name: EntityName, dollars: number, windowEndsAt: number | null): Promise<void> {
    const purse = { id: purseName(name), total: dollars, spent: dollars, window_ends_at: windowEndsAt, epoch: 1 };
    await this.#query
      .insertInto('purses')
      .values(purse)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          total: sql`case when excluded.window_ends_at is null then excluded.total else purses.total end`,
          spent: sql`excluded.spent`,
          window_ends_at: sql`coalesce(excluded.window_ends_at, purses.window_ends_at)`,
          epoch: sql`purses.epoch + 1`,
        }),
      )
      .execute();
    await this.#tell(name);
  }

  /** From now on the key is found by this digest; by that of before until then, or no longer. */
  async setDigest(keyId: string, digest: string, formerUntil?: number): Promise<void> {
    const former = this.#query.updateTable('key_digests').set({ valid_until: formerUntil ?? 0 });
    await former.where('key_id', '=', keyId).where('valid_until', 'is', null).execute();
    await this.#query
      .deleteFrom('key_digests')
      .where('key_id', '=', keyId)
      .where('valid_until', '<=', Date.now())
      .execute();
    const { numInsertedOrUpdatedRows } = await this.#query
      .insertInto('key_digests')
      .values({ digest, key_id: keyId, valid_until: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new EntityExistsError('key', 'id', 'of another key');
    await this.#tell({ kind: 'key', id: keyId });
  }

  /** Who comes to its id later begins with nothing, whatever is still on its way to the database. */
  async #emptyPurses(name: EntityName): Promise<void> {
    const purse = purseName(name);
    const theirs = sql<boolean>`(id = ${purse} or (id >= ${`${purse}:`} and id < ${`${purse};`}))`;
    if (name.kind === 'key') await this.#query.deleteFrom('purses').where(theirs).execute();
    else {
      const empty = { total: 0, spent: 0, window_ends_at: null, epoch: sql<number>`epoch + 1` };
      await this.#query.updateTable('purses').set(empty).where(theirs).execute();
      // What is on its way may be the first that was ever spent.
      const begun = { id: purse, total: 0, spent: 0, window_ends_at: null, epoch: 1 };
      await this.#query
        .insertInto('purses')
        .values(begun)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
  }

  /** Those that make changes for others to see, also where nothing is kept of them here. */
  async #tell({ kind, id }: EntityName): Promise<void> {
    if (this.changed.some((one) => one.kind === kind && one.id === id)) return;
    this.changed.push({ kind, id });
    await this.#query
      .insertInto('entity_changes')
      .values({ id: randomUUID(), kind, entity_id: id, changed_at: Date.now() })
      .execute();
  }

  async #takeAlias({ kind, id }: EntityName, alias: string | null): Promise<void> {
    if (alias === null || !ALONE.has(kind)) return;
    const { numInsertedOrUpdatedRows } = await this.#query
      .insertInto('unique_aliases')
      .values({ kind, alias, id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new EntityExistsError(kind, 'alias', alias);
  }

  async #giveAliasBack({ kind, id }: EntityName): Promise<void> {
    if (!ALONE.has(kind)) return;
    await this.#query.deleteFrom('unique_aliases').where('kind', '=', kind).where('id', '=', id).execute();
  }
}
