import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { openSpend, spendIdsIn, spendRecord } from '../../testing/spend-database.ts';
import { insertSpend } from './insert-spend.ts';
import { keptSeries, seriesOf } from './spend-series.ts';
import { SpendWriter } from './write-spend.ts';

test('requests that differ in figures only share a series', async () => {
  const database = await openSpend();
  const writer = new SpendWriter();
  await writer.write(database, [spendRecord('a'), spendRecord('b'), spendRecord('c', { model: 'claude' })]);
  await writer.write(database, [spendRecord('d', { model: 'claude' })]);
  expect(await spendIdsIn(database)).toEqual(['a', 'b', 'c', 'd']);
  expect(
    await database.query.selectFrom('spend_series').select('model_group').orderBy('model_group').execute(),
  ).toEqual([{ model_group: 'claude' }, { model_group: 'gpt' }]);
});

test('a series that was forgotten among many is the same when it comes again, and no row is lost', async () => {
  const database = await openSpend();
  const writer = new SpendWriter();
  await writer.write(database, [spendRecord('a')]);
  for (let key = 0; key < 50_000; key++) seriesOf(spendRecord('other', { model: `model ${key}` }));
  expect(keptSeries()).toBeLessThanOrEqual(20_000);
  await new SpendWriter().write(database, [spendRecord('b')]);
  expect(await spendIdsIn(database)).toEqual(['a', 'b']);
  expect(await database.query.selectFrom('spend_series').select('model_group').execute()).toHaveLength(1);
});

test('a database whose series are gone gets them again with the next try', async () => {
  const database = await openSpend();
  const writer = new SpendWriter();
  await writer.write(database, [spendRecord('a')]);
  await database.query.deleteFrom('spend_logs').execute();
  await database.query.deleteFrom('spend_series').execute();
  await expect(writer.write(database, [spendRecord('b')])).rejects.toThrow('FOREIGN KEY');
  await writer.write(database, [spendRecord('b')]);
  expect(await spendIdsIn(database)).toEqual(['b']);
});

test(
  'a batch whose commit was done and its answer lost does not count twice in Postgres',
  requireTool('postgres'),
  async () => {
    const database = await openSpend(await emptyPostgresDatabase());
    const writer = new SpendWriter();
    const [first, second] = [spendRecord('first'), spendRecord('second')];
    await writer.write(database, [first]);
    // The second is written, but its writer does not hear of it, and tries again with one more behind it.
    await database.query.executeQuery(insertSpend('postgres', [second], [seriesOf(second)], 1));
    await writer.write(database, [second, spendRecord('third')]);
    expect(await spendIdsIn(database)).toEqual(['first', 'second', 'third']);
  },
);
