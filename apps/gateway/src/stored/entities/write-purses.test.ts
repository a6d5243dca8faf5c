import { emptyPostgresDatabase, requireTool, temporaryFolder } from '@showrunner/testkit';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openGatewayDatabase } from '../gateway-database.ts';
import { batchesOf, writePurses, type SpentAmount } from './write-purses.ts';

const TOMORROW = Date.now() + 86_400_000;

describe('in SQLite', () => {
  whatIsSpent(async () => undefined);
});

describe('in Postgres', requireTool('postgres'), () => {
  whatIsSpent(emptyPostgresDatabase);
});

function whatIsSpent(place: () => Promise<string | undefined>): void {
  async function open() {
    const folder = await temporaryFolder();
    const database = await openGatewayDatabase({ url: await place(), file: join(folder.path, 'gateway.sqlite') });
    onTestFinished(async () => {
      await database.dispose();
      await folder.remove();
    });
    const rows = () => database.query.selectFrom('purses').selectAll().orderBy('id').execute();
    return { database, rows };
  }

  test('is added up by purse and window, and a batch that comes again adds nothing', async () => {
    const { database, rows } = await open();
    const former = amount('key:a', 1, Date.now() - 1_000);
    const batches = batchesOf([former, amount('key:a', 2, TOMORROW), amount('team:b', 4, null), amount('key:a', 8)]);
    expect(batches.map(({ amounts }) => amounts.map(({ dollars }) => dollars))).toEqual([[1, 4], [2], [8]]);
    await writePurses(database, batches);
    await writePurses(database, batches);
    expect(await rows()).toMatchObject([
      { id: 'key:a', total: 11, spent: 10, window_ends_at: TOMORROW },
      { id: 'team:b', total: 4, spent: 4, window_ends_at: null },
    ]);
  });

  test('counts no longer once its purse was set by hand, unless it is not known when that was', async () => {
    const { database, rows } = await open();
    await database.query
      .insertInto('purses')
      .values({ id: 'key:a', total: 5, spent: 5, window_ends_at: null, epoch: 3 })
      .execute();
    for (const epoch of [2, 3, undefined]) {
      await writePurses(database, batchesOf([{ ...amount('key:a', 1, null), epoch }]));
    }
    expect(await rows()).toMatchObject([{ total: 7, spent: 7, epoch: 3 }]);
  });

  test('of thousands of purses is written in parts', async () => {
    const { database, rows } = await open();
    const batches = batchesOf(Array.from({ length: 1_203 }, (_, index) => amount(`key:${index}`, 1, null)));
    expect(batches.map(({ amounts }) => amounts.length)).toEqual([500, 500, 203]);
    await writePurses(database, batches);
    expect(await rows()).toHaveLength(1_203);
  });
}

function amount(purse: string, dollars: number, windowEndsAt: number | null = TOMORROW): SpentAmount {
  return { purse, dollars, windowEndsAt, epoch: 0 };
}
