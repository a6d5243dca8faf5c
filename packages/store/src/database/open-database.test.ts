import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  emptyPostgresDatabase,
  requireTool,
  startPooler,
  temporaryFolder,
  type RunningPooler,
} from '@showrunner/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { databaseConformance, notes, openNotes } from './database.conformance.ts';
import { openDatabase } from './open-database.ts';
import { openReader } from './open-reader.ts';

describe('a SQLite database', () => {
  databaseConformance(async () => {
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    return { file: join(folder.path, 'data', 'notes.sqlite') };
  });

  test('keeps its files from other users', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'data', 'notes.sqlite');
    const database = await openNotes({ file });
    await database.query.insertInto('note').values({ id: 'a', size: 1, ratio: 0.5, body: null }).execute();
    const modes = await Promise.all(
      [file, `${file}-wal`, `${file}-shm`].map(async (path) => (await stat(path)).mode & 0o777),
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect((await stat(join(folder.path, 'data'))).mode & 0o777).toBe(0o700);
    await database.dispose();
  });

  test('says that the disk is full when it is, and goes on when it is not any more', async () => {
    await using folder = await temporaryFolder();
    const database = await openNotes({ file: join(folder.path, 'notes.sqlite') });
    // The page limit is SQLite's own way to be out of room, with the same error and the same rollback.
    const { page_count } = (await sql<{ page_count: number }>`PRAGMA page_count`.execute(database.query)).rows[0] ?? {
      page_count: 0,
    };
    await sql`PRAGMA max_page_count = ${sql.lit(page_count + 2)}`.execute(database.query);
    const note = { id: 'large', size: 1, ratio: 0.5, body: 'x'.repeat(100_000) };
    const write = () =>
      database.query.transaction().execute((transaction) => transaction.insertInto('note').values(note).execute());
    await expect(write()).rejects.toThrow('database or disk is full');
    await sql`PRAGMA max_page_count = 1000000`.execute(database.query);
    await expect(write()).resolves.toBeDefined();
    await database.dispose();
  });

  test('waits for another program that writes, in the order of asking, and reads and works meanwhile', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'notes.sqlite');
    const { query, ...database } = await openNotes({ file });
    const other = new DatabaseSync(file);
    onTestFinished(async () => {
      other.close();
      await database.dispose();
    });
    const note = (id: string) => ({ id, size: 1, ratio: 0.5, body: null });
    const ids = Array.from({ length: 20 }, (_, index) => String(index).padStart(2, '0'));
    const written: string[] = [];
    other.exec('BEGIN IMMEDIATE');
    const writing = ids.map((id) =>
      query.transaction().execute(async (transaction) => {
        await transaction.insertInto('note').values(note(id)).execute();
        written.push(id);
      }),
    );
    const alone = query.insertInto('note').values(note('alone')).execute();
    // Longer than twenty tries would take if each of them had to wait for the lock.
    for (let look = 0; look < 5; look += 1) {
      expect(await query.selectFrom('note').selectAll().execute()).toEqual([]);
      await pause(20);
    }
    other.exec('ROLLBACK');
    await Promise.all([...writing, alone]);
    expect(written).toEqual(ids);
    expect(await query.selectFrom('note').select('id').orderBy('id').execute()).toHaveLength(ids.length + 1);
  });

  test('gives a reader nothing of a transaction that is open', async () => {
    await using folder = await temporaryFolder();
    const { query, ...database } = await openNotes({ file: join(folder.path, 'notes.sqlite') });
    const isBegun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const failing = query.transaction().execute(async (transaction) => {
      await transaction.insertInto('note').values({ id: 'a', size: 1, ratio: 0.5, body: null }).execute();
      isBegun.resolve();
      await mayEnd.promise;
      throw new Error('changed my mind');
    });
    await isBegun.promise;
    const seen = query.selectFrom('note').selectAll().execute();
    mayEnd.resolve();
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await seen).toEqual([]);
    await database.dispose();
  });

  test('says where it is when it cannot be opened', async () => {
    await using folder = await temporaryFolder();
    await expect(openNotes({ file: folder.path })).rejects.toThrow(
      `The sqlite database at ${folder.path} cannot be used`,
    );
  });
});

describe('a Postgres database', requireTool('postgres'), () => {
  databaseConformance(async () => ({ url: await emptyPostgresDatabase(), file: 'unused' }));

  test('has its tables in a schema of its own, moved there once with all that they hold, by several at once', async () => {
    const url = await emptyPostgresDatabase();
    const before = await openNotes({ url, file: 'unused' });
    await before.query.insertInto('note').values({ id: 'a', size: 1, ratio: 0.5, body: 'kept' }).execute();
    await (await openDatabase({ url, file: '', owner: 'others' }, [])).dispose();
    const schema = { name: 'ours', formerTables: ['note', 'remark', 'never made'] };
    const open = () => openDatabase<{ note: { id: string } }>({ url, file: '', owner: 'tests', schema }, notes);
    const opened = await Promise.all([open(), open(), open()]);
    for (const { query } of opened) {
      expect(await query.selectFrom('note').select('id').execute()).toEqual([{ id: 'a' }]);
    }
    await opened[0]?.query
      .insertInto('note')
      .values({ id: 'b', size: 1, ratio: 0.5, body: null } as { id: string })
      .execute();
    const { rows } =
      await sql`SELECT schemaname, tablename FROM pg_tables WHERE tablename IN ('note', 'remark')`.execute(
        before.query,
      );
    expect(rows).toEqual([
      { schemaname: 'ours', tablename: 'note' },
      { schemaname: 'ours', tablename: 'remark' },
    ]);
    // Whoever knows nothing of it would begin anew, with nothing.
    await expect(openNotes({ url, file: 'unused' })).rejects.toThrow('belongs to a newer version');
    for (const database of [...opened, before]) await database.dispose();
  });

  test('has a schema of its own though its role may make none, where somebody made it', async () => {
    const url = await emptyPostgresDatabase();
    const administrator = await openNotes({ url, file: 'unused' });
    const role = `guest_${randomUUID().replaceAll('-', '')}`;
    await sql`CREATE ROLE ${sql.id(role)} LOGIN PASSWORD 'guest'`.execute(administrator.query);
    const asGuest = new URL(url);
    asGuest.username = role;
    asGuest.password = 'guest';
    const where = { url: asGuest.href, file: '', owner: 'guest', schema: { name: 'theirs', formerTables: [] } };
    await expect(openDatabase(where, [])).rejects.toThrow(/the schema theirs cannot be made.*CREATE SCHEMA theirs/);
    await sql`CREATE SCHEMA theirs AUTHORIZATION ${sql.id(role)}`.execute(administrator.query);
    await (await openDatabase(where, [])).dispose();
    await administrator.dispose();
  });

  test('is read by a reader, which writes nothing', async () => {
    const url = await emptyPostgresDatabase();
    const database = await openNotes({ url, file: 'unused' });
    const reader = openReader<{ note: { id: string } }>(url);
    expect(await reader.read((query) => query.selectFrom('note').select('id').execute())).toEqual([]);
    const writing = reader.read((query) => query.deleteFrom('note').execute());
    await expect(writing).rejects.toThrow('read-only');
    await reader.dispose();
    await database.dispose();
  });

  test('is used again when the server has cut its connections', async () => {
    const url = await emptyPostgresDatabase();
    const [database, administrator] = [
      await openNotes({ url, file: 'unused' }),
      await openNotes({ url, file: 'unused' }),
    ];
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(administrator.query);
    await expect.poll(() => database.ping().then(() => 'answers')).toBe('answers');
    await Promise.all([database.dispose(), administrator.dispose()]);
  });

  test('takes writes again when the server does, though connections of before go on taking none', async () => {
    const url = await emptyPostgresDatabase();
    const database = await openNotes({ url, file: 'unused' });
    const administrator = await openNotes({
      url: `${url}?options=-c%20default_transaction_read_only%3Doff`,
      file: 'unused',
    });
    const name = sql.id(new URL(url).pathname.slice(1));
    const setReadOnly = (isReadOnly: boolean) =>
      sql`ALTER DATABASE ${name} SET default_transaction_read_only = ${sql.lit(isReadOnly)}`.execute(
        administrator.query,
      );
    const write = (id: string) =>
      database.transaction((transaction) =>
        transaction.insertInto('note').values({ id, size: 1, ratio: 0.5, body: null }).execute(),
      );
    await setReadOnly(true);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(administrator.query);
    await expect.poll(() => Promise.all([0, 1, 2].map(() => database.ping())).then(() => 'answers')).toBe('answers');
    await expect(write('refused')).rejects.toThrow('read-only');
    await Promise.all([0, 1, 2].map(() => database.ping()));
    await setReadOnly(false);
    for (const id of ['a', 'b', 'c']) await expect(write(id)).resolves.toBeDefined();
    await Promise.all([database.dispose(), administrator.dispose()]);
  });
});

describe('a Postgres database behind a pooler by transactions', requireTool('postgres', 'pgbouncer'), () => {
  let pooler: RunningPooler;
  beforeAll(async () => {
    pooler = await startPooler(await emptyPostgresDatabase());
  });
  afterAll(() => pooler[Symbol.asyncDispose]());

  databaseConformance(async () => {
    const url = new URL(pooler.url);
    url.pathname = new URL(await emptyPostgresDatabase()).pathname;
    return { url: url.href, file: 'unused' };
  });
});

describe('a Postgres that is not there', () => {
  test('is named without its password', async () => {
    const opening = openNotes({ url: 'postgres://user:hunter2@127.0.0.1:1/notes', file: 'unused' });
    await expect(opening).rejects.toThrow(
      /The postgres database at 127\.0\.0\.1:1\/notes cannot be used: .*ECONNREFUSED/,
    );
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  test('is not looked for under a URL of another kind', async () => {
    await expect(openNotes({ url: 'mysql://root:hunter2@db/notes', file: 'unused' })).rejects.toThrow(
      /it looks like postgres:/,
    );
  });
});
