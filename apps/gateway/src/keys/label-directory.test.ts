import { join } from 'node:path';
import { createMetrics } from '@showrunner/service';
import { temporaryFolder } from '@showrunner/testkit';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Entities } from '../stored/entities/entities.ts';
import { openGatewayDatabase } from '../stored/gateway-database.ts';
import type { Label } from './label.ts';
import { LabelDirectory } from './label-directory.ts';
import { NamedCustomers } from './budgets/named-customers.ts';
import { PER_DOLLAR } from './budgets/purse.ts';
import { Purses } from './budgets/purses.ts';
import { UTC_MIDNIGHT } from './budgets/window-end.ts';

vi.setConfig({ testTimeout: 240_000 });
afterEach(() => void vi.useRealTimers());

/** `max_end_user_budget`: each customer that a caller makes up is held by it. */
const BUDGET = { ids: [], settings: { max_budget: 1 } };
const MOST = 20_000;
const DOLLARS = 0.25;

async function openCustomers() {
  const folder = await temporaryFolder();
  const database = await openGatewayDatabase({ url: undefined, file: join(folder.path, 'gateway.sqlite') });
  const entities = new Entities({ open: async () => database });
  const metrics = createMetrics();
  const logger = { error: () => undefined };
  const purses = new Purses({
    database: { open: async () => database },
    calendar: () => UTC_MIDNIGHT,
    logger,
    metrics,
  });
  onTestFinished(async () => {
    await purses.dispose();
    await database.dispose();
    await folder.remove();
  });
  const directory = new LabelDirectory('customer', { entities, calendar: () => UTC_MIDNIGHT });
  const find = async (id: string): Promise<Label> => {
    const label = await directory.find(id, BUDGET);
    if (!label) throw new Error(`${id} is held by nothing`);
    return label;
  };
  return {
    directory,
    purses,
    find,
    named: new NamedCustomers(metrics),
    spend: async (id: string) => purses.spend((await find(id)).payment('m').purses, DOLLARS * PER_DOLLAR),
    spentBy: async (id: string) => ((await find(id)).payers[0]?.purse.spent() ?? 0) / PER_DOLLAR,
  };
}

test('however many customers a caller makes up, so many are remembered, and each owes what they spent', async () => {
  const { directory, purses, spend, spentBy } = await openCustomers();
  await spend('came once');
  for (let number = 0; number < 2.5 * MOST; number++) {
    await spend(`made-up-${number}`);
    // Somebody who comes again and again is not written more often than others.
    if (number % 500 === 0) await spend('comes always');
    if (number % 5_000 === 0) await purses.flush();
  }
  expect(directory.size).toBeLessThanOrEqual(MOST + 1);
  expect(await spentBy('comes always')).toBeCloseTo((2.5 * MOST * DOLLARS) / 500, 6);
  await purses.flush();
  // Looked up anew, in the database.
  expect(await spentBy('came once')).toBe(DOLLARS);
  expect(await spentBy('made-up-7')).toBe(DOLLARS);
  await spend('made-up-7');
  expect(await spentBy('made-up-7')).toBe(2 * DOLLARS);
});

test('whom nobody names for a while is forgotten, with the next who comes', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { directory, purses, spend, spentBy } = await openCustomers();
  for (let number = 0; number < 300; number++) await spend(`made-up-${number}`);
  expect(directory.size).toBeGreaterThanOrEqual(300);
  await purses.flush();
  for (let turn = 0; turn < 3; turn++) {
    vi.advanceTimersByTime(15 * 60_000);
    await spend(`later-${turn}`);
  }
  expect(directory.size).toBeLessThan(10);
  expect(await spentBy('made-up-7')).toBe(DOLLARS);
});

test('of customers whom nothing limits none is remembered once their spend is written', async () => {
  const { purses, named } = await openCustomers();
  for (let number = 0; number < 1_000; number++) {
    const paying = named.get(`made-up-${number}`);
    if (paying) purses.spend([paying], DOLLARS * PER_DOLLAR);
  }
  expect(named.size).toBe(1_000);
  await purses.flush();
  expect(named.size).toBe(0);
});
