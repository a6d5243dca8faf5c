import type { Kysely } from 'kysely';
import type { Beside, HeldDatabase } from '../jobs/held-database.ts';
import { keyOf, keyRow, type ApiKey } from './api-key.ts';
import type { KeyTables } from './key-tables.ts';
import type { NewSecret } from './new-secret.ts';

/** A part of the keys: of one workspace or all, behind a certain one, newest first. */
export interface KeyPage {
  readonly workspace: string | undefined;
  readonly limit: number;
  readonly after: string | undefined;
}

/** The named keys. One that is removed is gone for all but `findWithRemoved`. */
export interface KeyStore {
  add(key: ApiKey, secret: NewSecret, beside?: Beside): Promise<void>;
  find(id: string): Promise<ApiKey | undefined>;
  /** For work that a key has left behind. */
  findWithRemoved(id: string): Promise<ApiKey | undefined>;
  findByDigest(digest: string): Promise<ApiKey | undefined>;
  list(page: KeyPage): Promise<ApiKey[]>;
  /** Writes a key as it is now, with another secret where there is one; false where it has been removed meanwhile. */
  change(key: ApiKey, secret?: NewSecret, beside?: Beside): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export function createKeyStore(database: HeldDatabase<KeyTables>): KeyStore {
  return {
    add: (key, { digest }, beside) =>
      database.write(async (transaction) => {
        const row = { ...keyRow(key), digest, deleted_at: null };
        await transaction.insertInto('api_keys').values(row).execute();
        await beside?.(transaction);
      }),
    find: (id) => database.read((query) => findOne(present(query).where('id', '=', id))),
    findWithRemoved: (id) =>
      database.read((query) => findOne(query.selectFrom('api_keys').selectAll().where('id', '=', id))),
    findByDigest: (digest) => database.read((query) => findOne(present(query).where('digest', '=', digest))),
    list: (page) => database.read((query) => listPresent(query, page)),
    change: (key, secret, beside) =>
      database.write(async (transaction) => {
        const { id: _id, ...row } = keyRow(key);
        const { numUpdatedRows } = await transaction
          .updateTable('api_keys')
          .set({ ...row, ...(secret === undefined ? {} : { digest: secret.digest }) })
          .where('id', '=', key.id)
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await beside?.(transaction);
        return true;
      }),
    async remove(id) {
      const deleted_at = new Date().toISOString();
      const removed = database.read((query) =>
        query
          .updateTable('api_keys')
          .set({ digest: null, deleted_at })
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .executeTakeFirst(),
      );
      return (await removed).numUpdatedRows > 0n;
    },
  };
}

function present(query: Kysely<KeyTables>) {
  return query.selectFrom('api_keys').selectAll().where('deleted_at', 'is', null);
}

async function findOne(wanted: ReturnType<typeof present>): Promise<ApiKey | undefined> {
  const row = await wanted.executeTakeFirst();
  return row && keyOf(row);
}

/** Ids rise with time, so that a page is stable while keys come and go. */
async function listPresent(query: Kysely<KeyTables>, { workspace, limit, after }: KeyPage): Promise<ApiKey[]> {
  let wanted = present(query).orderBy('id', 'desc').limit(limit);
  if (workspace !== undefined) wanted = wanted.where('workspace', '=', workspace);
  if (after !== undefined) wanted = wanted.where('id', '<', after);
  return (await wanted.execute()).map(keyOf);
}
