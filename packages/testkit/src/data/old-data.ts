import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyPostgresDatabase } from '../servers/empty-postgres-database.ts';
import { startPostgres } from '../servers/postgres.ts';
import { requireTool } from '../tools/require-tool.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { dumpPostgres, restorePostgres } from './postgres-dump.ts';
import { dumpSqlite, restoreSqlite } from './sqlite-dump.ts';

export type DatabaseName = 'sqlite' | 'postgres';

/** Where an app keeps its data. */
export interface DataPlace {
  /** Its `DATA_DIR`. */
  readonly folder: string;
  /** Its SQLite file there. */
  readonly file: string;
  /** Its Postgres database, which comes before the file. */
  readonly url: string | undefined;
}

/** Data that an earlier version kept, in a database that belongs to one test. */
export interface OldData<Record> extends DataPlace {
  /** What that version answered when it was asked for what it had kept. */
  readonly answers: readonly Record[];
  /** What the database holds now, as SQL text. */
  dump(): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What an earlier version kept, in one database: a group of tests. */
export interface OldDataCase {
  readonly name: string;
  readonly fixture: string;
  readonly database: DatabaseName;
  /** The tools of the machine that its tests need. */
  readonly needs: ReturnType<typeof requireTool> | Record<string, never>;
}

/** Each folder of old data under a folder of fixtures, made by `keepData`, in each database. */
export async function oldDataIn(fixtures: string): Promise<OldDataCase[]> {
  const entries = await readdir(fixtures, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return names.flatMap((name): OldDataCase[] => {
    const fixture = join(fixtures, name);
    return [
      { name: `${name} in SQLite`, fixture, database: 'sqlite', needs: {} },
      { name: `${name} in Postgres`, fixture, database: 'postgres', needs: requireTool('postgres') },
    ];
  });
}

/** Puts old data into a new SQLite file of the app's own name for it, or into a new Postgres database. */
export async function openOldData<Record>(
  fixture: string,
  database: DatabaseName,
  fileName: string,
): Promise<OldData<Record>> {
  const dump = await readFile(join(fixture, `${database}.sql`), 'utf8');
  const answers = JSON.parse(await readFile(join(fixture, `${database}.answers.json`), 'utf8')) as Record[];
  const folder = await temporaryFolder();
  const file = join(folder.path, fileName);
  const url = database === 'postgres' ? await emptyPostgresDatabase() : undefined;
  if (url === undefined) restoreSqlite(file, dump);
  else await restorePostgres(url, dump);
  return {
    folder: folder.path,
    file,
    url,
    answers,
    dump: async () => (url === undefined ? dumpSqlite(file) : dumpPostgres(url)),
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

/**
 * Makes a fixture of what the running version keeps: `work` uses the app, stops it, and gives the records that it
 * answered with when it was asked for what it had kept. Rejects where the fixture is there already, for old data is never made again.
 */
export async function keepData(
  fixture: string,
  fileName: string,
  work: (place: DataPlace) => Promise<readonly unknown[]>,
): Promise<void> {
  await using folder = await temporaryFolder();
  await using postgres = await startPostgres();
  const place = { folder: folder.path, file: join(folder.path, fileName) };
  const url = await postgres.createDatabase();
  const kept = {
    sqlite: { answers: await work({ ...place, url: undefined }), dump: dumpSqlite(place.file) },
    postgres: { answers: await work({ ...place, url }), dump: await dumpPostgres(url) },
  };
  await mkdir(fixture);
  for (const [database, { answers, dump }] of Object.entries(kept)) {
    await writeFile(join(fixture, `${database}.sql`), dump);
    await writeFile(join(fixture, `${database}.answers.json`), linesOf(answers));
  }
}

/** JSON with a line for each record. */
function linesOf(records: readonly unknown[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}
