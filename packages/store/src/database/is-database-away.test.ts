import { emptyPostgresDatabase, requireTool, startFaultProxy } from '@showrunner/testkit';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { isDatabaseAway } from './is-database-away.ts';
import { openDatabase } from './open-database.ts';

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test(
  'a database that is lost, and one that was never there, are away; one that refuses is not',
  requireTool('postgres'),
  async () => {
    const url = new URL(await emptyPostgresDatabase());
    await using proxy = await startFaultProxy({ port: Number(url.port) });
    url.port = String(proxy.port);
    const place = { url: url.href, file: '', owner: 'tests' };
    const database = await openDatabase<object>(place, []);
    onTestFinished(() => database.dispose());
    expect(isDatabaseAway(await failure(sql`SELECT no_such_column`.execute(database.query)))).toBe(false);
    proxy.down();
    expect(isDatabaseAway(await failure(sql`SELECT 1`.execute(database.query)))).toBe(true);
    expect(isDatabaseAway(await failure(openDatabase<object>(place, [])))).toBe(true);
  },
);

test('an error of the program is none of a database', () => {
  expect([new TypeError('x is not a function'), 'text', undefined].map(isDatabaseAway)).toEqual([false, false, false]);
});
