import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import type { Database } from '@showrunner/store';
import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openSpend, spendIdsIn, spendRecord } from '../../testing/spend-database.ts';
import type { GatewayTables } from '../../stored/tables.ts';
import { sumNewRows } from './daily-sums.ts';
import { DAY_MS } from './day-figures.ts';
import { MadeUpNames } from './made-up-names.ts';
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
  for (let key = 0; key < 210_000; key++) seriesOf(spendRecord('other', { model: `model ${key}` }));
  expect(keptSeries()).toBeLessThanOrEqual(200_000);
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
    await writer.write(database, [spendRecord('first', { cost: 1 })]);
    // Both are written, but their writer does not hear of it, and tries again with one more behind them.

    const pair = [
      spendRecord('second', { cost: 2 }),
      spendRecord('tagged', { cost: 4, tags: ['red', 'blue'], customer: 'ann' }),
    ];
    await expect(writer.write(deafAfterwards(database), pair.slice(0, 1))).rejects.toThrow('nobody hears');
    await expect(writer.write(deafAfterwards(database), pair)).rejects.toThrow('nobody hears');
    await writer.write(database, [...pair, spendRecord('third', { cost: 8 })]);
    expect(await spendIdsIn(database)).toEqual(['first', 'second', 'tagged', 'third']);
    expect(await sumsIn(database)).toEqual({
      days: [{ spend: 15, requests: 4 }],
      labels: ['ann 4', 'blue 4', 'red 4'],
    });
  },
);

describe('sums by day', () => {
  const today = () => Math.floor(Date.now() / DAY_MS);

  async function sums(url?: string) {
    const database = await openSpend(url);
    const writer = new SpendWriter();
    await writer.write(database, [
      spendRecord('a', { cost: 1, tags: ['red'] }),
      spendRecord('b', { cost: 2, tags: ['red', 'blue'] }),
      spendRecord('c', { cost: 4, ageMs: DAY_MS }),
    ]);
    await writer.write(database, [spendRecord('d', { cost: 8 })]);
    for (let times = 0; times < 2; times++) await sumNewRows(database);
    return {
      days: await database.query
        .selectFrom('daily_spend')
        .select(['day', 'spend', 'requests'])
        .orderBy('day')
        .execute(),
      labels: (await sumsIn(database)).labels,
    };
  }
  const expected = () => ({
    days: [
      { day: today() - 1, spend: 4, requests: 1 },
      { day: today(), spend: 11, requests: 3 },
    ],
    labels: ['blue 2', 'red 3'],
  });

  test('are made of all rows, each once, in SQLite', async () => {
    expect(await sums()).toEqual(expected());
  });

  test('are kept with each batch in Postgres', requireTool('postgres'), async () => {
    expect(await sums(await emptyPostgresDatabase())).toEqual(expected());
  });

  test('go by so many names a day as callers make up, and by one for all beyond', () => {
    const names = new MadeUpNames(3);
    const day = 1_000 * DAY_MS;
    expect(['a', 'b', 'c', 'd', 'a', 'e'].map((name) => names.bounded(name, day))).toEqual([
      'a',
      'b',
      'c',
      'other',
      'a',
      'other',
    ]);
    expect(names.bounded('d', day + DAY_MS)).toBe('d');
  });
});

async function sumsIn({ query }: Database<GatewayTables>) {
  const labels = await query
    .selectFrom('daily_label_spend')
    .select((row) => ['label', row.fn.sum<number>('spend').as('spend')])
    .where('kind', '!=', 'tagged')
    .groupBy('label')
    .orderBy('label')
    .execute();
  return {
    days: await query.selectFrom('daily_spend').select(['spend', 'requests']).execute(),
    labels: labels.map(({ label, spend }) => `${label} ${spend}`),
  };
}

/** Writes rows, and the answer is lost. */
function deafAfterwards(database: Database<GatewayTables>): Database<GatewayTables> {
  const { query } = database;
  const lost = async (work: Promise<unknown>): Promise<never> => {
    await work;
    throw new Error('nobody hears');
  };
  const heard = {
    insertInto: query.insertInto.bind(query),
    executeQuery: (one: CompiledQuery) => lost(query.executeQuery(one)),
    transaction: () => ({
      execute: (work: (transaction: Transaction<GatewayTables>) => Promise<unknown>) =>
        lost(query.transaction().execute(work)),
    }),
  };
  return { ...database, kind: database.kind, query: heard as unknown as Kysely<GatewayTables> };
}
