import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { emptyPostgresDatabase } from '../servers/empty-postgres-database.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { requireTool } from '../tools/require-tool.ts';
import { dumpPostgres, restorePostgres } from './postgres-dump.ts';
import { dumpSqlite, restoreSqlite } from './sqlite-dump.ts';

const CHILD = 'CREATE TABLE child (parent text REFERENCES parent (id), n bigint);';
const PARENT = `
CREATE TABLE parent (id text PRIMARY KEY, text text, spend double precision);
CREATE INDEX by_text ON parent (text);
`;

const ROWS = `
INSERT INTO parent VALUES ('it''s', '抹茶 🍵
-- a line; of its own', 0.1), ('b', NULL, 6.25e-05), ('c', '', 1e300);
INSERT INTO child VALUES ('it''s', 9007199254740993), (NULL, NULL);
`;

describe('a dump', () => {
  test('of SQLite makes the same database again, a row before the one that it refers to', async () => {
    await using folder = await temporaryFolder();
    const [first, second] = [join(folder.path, 'first'), join(folder.path, 'second')];
    const database = new DatabaseSync(first);
    database.exec(CHILD + PARENT + ROWS);
    database.close();
    const dump = dumpSqlite(first);
    expect(dump).toContain('-- a line; of its own');
    restoreSqlite(second, dump);
    expect(dumpSqlite(second)).toBe(dump);
    expect(rowsOf(second)).toEqual(rowsOf(first));
  });

  test('that cannot be read leaves no half of it in SQLite', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'database');
    expect(() => restoreSqlite(file, `${PARENT}INSERT INTO nobody VALUES (1);`)).toThrow('nobody');
    expect(dumpSqlite(file)).toBe('');
  });

  test('of Postgres makes the same database again', requireTool('postgres'), async () => {
    const [first, second] = [await emptyPostgresDatabase(), await emptyPostgresDatabase()];
    await restorePostgres(first, PARENT + CHILD + ROWS);
    const dump = await dumpPostgres(first);
    expect(dump).toContain('-- a line; of its own');
    expect(dump).not.toMatch(/OWNER TO|restrict/);
    await restorePostgres(second, dump);
    expect(await dumpPostgres(second)).toBe(dump);
    await expect(restorePostgres(second, 'CREATE TABLE half (n int); nonsense')).rejects.toThrow('syntax error');
    expect(await dumpPostgres(second)).toBe(dump);
  });
});

function rowsOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT id, text, spend, typeof(spend) AS kind FROM parent ORDER BY id').all();
  database.close();
  return rows;
}
