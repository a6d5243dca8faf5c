import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openSpend, spendRecord } from '../../testing/spend-database.ts';
import { sumNewRows } from './daily-sums.ts';
import { readDays, totalsBy } from './read-days.ts';
import { SpendWriter } from './write-spend.ts';

async function totals(url?: string) {
  const database = await openSpend(url);
  const rows = [spendRecord('a', { cost: 1, tags: ['red', 'blue'] }), spendRecord('b', { cost: 2, tags: ['red'] })];
  await new SpendWriter().write(database, rows);
  await sumNewRows(database);
  const today = new Date().toISOString().slice(0, 10);
  const days = { first: today, last: today };
  const tags = await readDays(database.query, { keys: ['key'] }, days, { kind: 'tag' });
  return {
    keys: totalsBy(await readDays(database.query, {}, days), ({ api_key: id }) => id),
    tags: totalsBy(tags, ({ label }) => label).map(({ name, spend }) => [name, spend]),
    nobody: await readDays(database.query, { seen: { teams: [], organizations: [] } }, days),
  };
}

const expected = {
  keys: [{ name: 'key', spend: 3, tokens: 0, requests: 2 }],
  tags: [
    ['red', 3],
    ['blue', 1],
  ],
  nobody: [],
};

describe('sums of days are read by what requests have in common', () => {
  test('in SQLite', async () => {
    expect(await totals()).toEqual(expected);
  });

  test('in Postgres', requireTool('postgres'), async () => {
    expect(await totals(await emptyPostgresDatabase())).toEqual(expected);
  });
});
