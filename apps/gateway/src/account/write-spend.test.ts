import { join } from 'node:path';
import { openDatabase, type Database } from '@showrunner/store';
import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { findSpend } from './find-spend.ts';
import { insertSpend } from './insert-spend.ts';
import { openRecord, type RequestRecord } from './request-record.ts';
import { spendMigrations } from './spend-migrations.ts';
import { seriesOf } from './spend-series.ts';
import type { SpendTables } from './spend-tables.ts';
import { SpendWriter } from './write-spend.ts';

const everything = { requestId: undefined, apiKey: undefined, firstDay: undefined, lastDay: undefined };

function request(callId: string, model = 'gpt'): RequestRecord {
  return openRecord({
    requestId: callId,
    callId,
    caller: { tenant: 'master', keyId: 'key' },
    model,
    isStream: false,
    startedAt: performance.now(),
    timeoutSeconds: 600,
  });
}

async function open(url?: string): Promise<Database<SpendTables>> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'spend.sqlite');
  const database = await openDatabase<SpendTables>({ url, file, owner: 'gateway' }, spendMigrations);
  onTestFinished(async () => {
    await database.dispose();
    await folder.remove();
  });
  return database;
}

async function idsIn({ query }: Database<SpendTables>): Promise<string[]> {
  return (await findSpend(query, everything)).map(({ request_id: id }) => id).sort();
}

test('requests that differ in figures only share a series', async () => {
  const database = await open();
  const writer = new SpendWriter();
  await writer.write(database, [request('a'), request('b'), request('c', 'claude')]);
  await writer.write(database, [request('d', 'claude')]);
  expect(await idsIn(database)).toEqual(['a', 'b', 'c', 'd']);
  expect(
    await database.query.selectFrom('spend_series').select('model_group').orderBy('model_group').execute(),
  ).toEqual([{ model_group: 'claude' }, { model_group: 'gpt' }]);
});

test('a database whose series are gone gets them again with the next try', async () => {
  const database = await open();
  const writer = new SpendWriter();
  await writer.write(database, [request('a')]);
  await database.query.deleteFrom('spend_logs').execute();
  await database.query.deleteFrom('spend_series').execute();
  await expect(writer.write(database, [request('b')])).rejects.toThrow('FOREIGN KEY');
  await writer.write(database, [request('b')]);
  expect(await idsIn(database)).toEqual(['b']);
});

test(
  'a batch whose commit was done and its answer lost does not count twice in Postgres',
  requireTool('postgres'),
  async () => {
    const database = await open(await emptyPostgresDatabase());
    const writer = new SpendWriter();
    const [first, second] = [request('first'), request('second')];
    await writer.write(database, [first]);
    // The second is written, but its writer does not hear of it, and tries again with one more behind it.
    await database.query.executeQuery(insertSpend('postgres', [second], [seriesOf(second)], 1));
    await writer.write(database, [second, request('third')]);
    expect(await idsIn(database)).toEqual(['first', 'second', 'third']);
  },
);
