import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Migration } from './migration.ts';
import { openDatabase, type Database } from './open-database.ts';

interface Notes {
  note: { id: string; size: number; ratio: number; body: string | null };
  remark: { id: string; note_id: string };
}

const createNotes: Migration = {
  id: '0001-notes',
  up: async (query) => {
    await query.schema
      .createTable('note')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('ratio', 'double precision', (column) => column.notNull())
      .addColumn('body', 'text')
      .execute();
    await query.schema
      .createTable('remark')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('note_id', 'text', (column) => column.notNull().references('note.id').onDelete('cascade'))
      .execute();
  },
};

/** What a first version has. */
export const notes: readonly Migration[] = [createNotes];

const addColour: Migration = {
  id: '0002-colour',
  up: async (query) => query.schema.alterTable('note').addColumn('colour', 'text').execute(),
};

export interface Place {
  readonly url?: string;
  readonly file: string;
}

export async function openNotes(place: Place, migrations: readonly Migration[] = notes): Promise<Database<Notes>> {
  return await openDatabase<Notes>({ ...place, owner: 'tests' }, migrations);
}

/** What SQLite and Postgres must do alike; called inside a `describe` of the database. */
export function databaseConformance(newPlace: () => Promise<Place>): void {
  const open = async (place?: Place, migrations?: readonly Migration[]): Promise<Database<Notes>> => {
    const database = await openNotes(place ?? (await newPlace()), migrations);
    onTestFinished(() => database.dispose());
    return database;
  };
  const note = (id: string, changes: Partial<Notes['note']> = {}) => ({
    id,
    size: 1,
    ratio: 0.5,
    body: null,
    ...changes,
  });

  test('gives values back as they were given, large numbers and sums as numbers', async () => {
    const { query, ...database } = await open();
    const rows = [
      note('ü', { size: 2 ** 52, ratio: 0.1, body: JSON.stringify({ text: '\u0000 🎬' }) }),
      note('b', { size: -1, ratio: 1e-300 }),
    ];
    await query.insertInto('note').values(rows).execute();
    expect(await query.selectFrom('note').selectAll().orderBy('size', 'desc').execute()).toEqual(rows);
    const { total, count } = await query
      .selectFrom('note')
      .select(({ fn }) => [fn.sum<number>('size').as('total'), fn.countAll<number>().as('count')])
      .executeTakeFirstOrThrow();
    expect([total, count]).toEqual([2 ** 52 - 1, 2]);
    await expect(database.ping(AbortSignal.timeout(1_000))).resolves.toBeUndefined();
  });

  test('tells how many rows a change met, and returns them', async () => {
    const { query } = await open();
    await query
      .insertInto('note')
      .values([note('a'), note('b')])
      .execute();
    const update = await query.updateTable('note').set({ size: 2 }).executeTakeFirst();
    expect(update.numUpdatedRows).toBe(2n);
    const removed = await query.deleteFrom('note').where('id', '=', 'a').returning('size').execute();
    expect(removed).toEqual([{ size: 2 }]);
  });

  test('replaces a row on conflict', async () => {
    const { query } = await open();
    await query.insertInto('note').values(note('a')).execute();
    await query
      .insertInto('note')
      .values(note('a', { body: 'new' }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })))
      .execute();
    expect(await query.selectFrom('note').select('body').execute()).toEqual([{ body: 'new' }]);
  });

  test('undoes a transaction that fails, whole', async () => {
    const { query } = await open();
    const failing = query.transaction().execute(async (transaction) => {
      await transaction.insertInto('note').values(note('a')).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await query.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  test('holds transactions that run at once apart', async () => {
    const { query } = await open();
    await query
      .insertInto('note')
      .values(note('counter', { size: 0 }))
      .execute();
    const increment = () =>
      query.transaction().execute((transaction) =>
        transaction
          .updateTable('note')
          .set(({ eb }) => ({ size: eb('size', '+', 1) }))
          .execute(),
      );
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await query.selectFrom('note').select('size').execute()).toEqual([{ size: 20 }]);
  });

  test('holds references', async () => {
    const { query } = await open();
    await expect(query.insertInto('remark').values({ id: 'r', note_id: 'nowhere' }).execute()).rejects.toThrow(
      /foreign key/i,
    );
    await query.insertInto('note').values(note('a')).execute();
    await query.insertInto('remark').values({ id: 'r', note_id: 'a' }).execute();
    await query.deleteFrom('note').execute();
    expect(await query.selectFrom('remark').selectAll().execute()).toEqual([]);
  });

  test('keeps everything when it is opened again, and runs the new steps alone', async () => {
    const place = await newPlace();
    const first = await openNotes(place);
    await first.query.insertInto('note').values(note('a')).execute();
    await first.dispose();
    const { query } = await open(place, [createNotes, addColour]);
    expect(await query.selectFrom('note').selectAll().execute()).toEqual([{ ...note('a'), colour: null }]);
  });

  test('refuses a schema that is newer than the code, and leaves it', async () => {
    const place = await newPlace();
    await (await openNotes(place, [createNotes, addColour])).dispose();
    await expect(openNotes(place, [createNotes])).rejects.toThrow(
      /belongs to a newer version: its schema of tests has the steps 0002-colour/,
    );
    await open(place, [createNotes, addColour]);
  });

  test('undoes a failed step together with the steps before it', async () => {
    const place = await newPlace();
    const broken: Migration = { id: '0002-broken', up: () => Promise.reject(new Error('no such thing')) };
    await expect(openNotes(place, [createNotes, broken])).rejects.toThrow(/cannot be used: no such thing/);
    const { query } = await open(place, [createNotes]);
    expect(await query.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  test('two owners keep their own histories in one database', async () => {
    const place = await newPlace();
    await open(place);
    const other = await openDatabase({ ...place, owner: 'others' }, [
      { id: '0001-others', up: (query) => query.schema.createTable('other').addColumn('id', 'text').execute() },
    ]);
    await other.dispose();
    await expect(open(place)).resolves.toBeDefined();
  });

  test('migrates once when processes start at once', async () => {
    const place = await newPlace();
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => runChild('migrate-slowly.ts', place)));
    expect(outcomes).toEqual(['migrated', 'migrated', 'migrated']);
    const { query } = await open(place, [
      createNotes,
      { id: '0002-slow', up: () => Promise.reject(new Error('again')) },
    ]);
    expect(await query.selectFrom('note').select('id').execute()).toEqual([{ id: 'by the slow step' }]);
  });

  test('keeps what was committed by a process that was killed the next moment, and nothing else', async () => {
    const place = await newPlace();
    await (await openNotes(place)).dispose();
    await runChild('write-and-die.ts', place);
    const { query } = await open(place);
    expect(await query.selectFrom('note').select('id').execute()).toEqual([{ id: 'committed' }]);
  });

  test('a signal ends the wait for an answer', async () => {
    const database = await open();
    await expect(database.ping(AbortSignal.abort(new Error('no time')))).rejects.toThrow(/abort|no time/);
  });
}

/** Runs a program of `__fixtures__` on the database and gives what it printed. */
async function runChild(program: string, { url = '', file }: Place): Promise<string> {
  const path = fileURLToPath(new URL(`__fixtures__/${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, url, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return output.trim();
}
