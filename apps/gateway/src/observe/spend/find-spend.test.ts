import { emptyPostgresDatabase, requireTool } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openSpend, spendRecord } from '../../testing/spend-database.ts';
import { findSpend, sumSpendByDay } from './find-spend.ts';
import { timesOf } from './spend-filter.ts';
import { SpendWriter } from './write-spend.ts';

const DAY_MS = 86_400_000;
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Today 1 and 2 dollars, the day before yesterday 4, and nothing between. */
async function threeRows(url?: string) {
  const database = await openSpend(url);
  const rows = [
    spendRecord('a', { cost: 1 }),
    spendRecord('b', { model: 'claude', cost: 2 }),
    spendRecord('c', { ageMs: 2 * DAY_MS, cost: 4 }),
  ];
  await new SpendWriter().write(database, rows);
  return database.query;
}

/** What each question finds: days with their sums, or request ids. */
async function answers(url?: string) {
  const query = await threeRows(url);
  const sums = (filter: object) => sumSpendByDay(query, filter);
  const ids = async (filter: object) => (await findSpend(query, filter)).map(({ litellm_call_id: id }) => id);
  return {
    everyDay: await sums({}),
    sinceYesterday: await sums(timesOf(dayAgo(1), undefined)),
    untilTwoDaysAgo: await sums(timesOf(undefined, dayAgo(2))),
    sumsOfAnotherKey: await sums({ keys: ['another'] }),
    beforeToday: await ids({ keys: ['key'], ...timesOf(undefined, dayAgo(1)) }),
    oneRequest: await ids({ requestId: 'b' }),
    rowsOfAnotherKey: await ids({ keys: ['another'] }),
  };
}

function expected() {
  const today = { key: 3, startTime: dayAgo(0), spend: 3, users: { default_user_id: 3 }, models: { '': 3 } };
  const before = { key: 4, startTime: dayAgo(2), spend: 4, users: { default_user_id: 4 }, models: { '': 4 } };
  return {
    everyDay: [before, today],
    sinceYesterday: [today],
    untilTwoDaysAgo: [before],
    sumsOfAnotherKey: [],
    beforeToday: ['c'],
    oneRequest: ['b'],
    rowsOfAnotherKey: [],
  };
}

describe('spend is found by request, key and day, and summed by day', () => {
  test('in SQLite', async () => {
    expect(await answers()).toEqual(expected());
  });

  test('in Postgres', requireTool('postgres'), async () => {
    expect(await answers(await emptyPostgresDatabase())).toEqual(expected());
  });
});
