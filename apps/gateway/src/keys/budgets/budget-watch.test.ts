import { expect, test } from 'vitest';
import { BudgetWatch, type BudgetNews } from './budget-watch.ts';
import { PER_DOLLAR, Purse } from './purse.ts';
import { UTC_MIDNIGHT } from './window-end.ts';

const holder = { kind: 'key', id: 'one', alias: 'editor', teamId: undefined, userId: undefined } as const;

function watched(limits: { limit?: number; softLimit?: number }, row?: { total: number }) {
  const purse = new Purse('key:one', () => UTC_MIDNIGHT);
  const kept = row && { id: 'key:one', spent: row.total, window_ends_at: null, epoch: 0, ...row };
  purse.learn(kept, undefined);
  const spender = { purse: 'key:one', duration: undefined, limit: undefined, words: '', holder, ...limits };
  const watch = new BudgetWatch();
  const told: BudgetNews[] = [];
  const stop = watch.subscribe((news) => told.push(news));
  const pay = (dollars: number): void => {
    purse.spend(dollars * PER_DOLLAR);
    watch.paid([{ spender, purse }]);
  };
  return { pay, told, stop };
}

test('whoever listens is told of each twentieth of a budget, with what it was before', () => {
  const { pay, told } = watched({ limit: 10 });
  pay(0.4);
  pay(0.05);
  expect(told).toEqual([]);
  pay(0.1);
  pay(0.1);
  pay(9);
  pay(1);
  expect(told.map(({ before, spent }) => [before, spent])).toEqual([
    [0, 0.55],
    [0.55, 9.65],
    [9.65, 10.65],
  ]);
  expect(told[0]).toMatchObject({ holder: { id: 'one', alias: 'editor' }, limit: 10, window: 'purse:key:one:0:' });
});

test('a budget that only warns is told of once', () => {
  const { pay, told } = watched({ softLimit: 1 });
  pay(0.9);
  pay(0.2);
  pay(5);
  expect(told).toMatchObject([{ softLimit: 1, before: 0, spent: 1.1, limit: undefined }]);
});

test('what was spent before a restart is no news', () => {
  const { pay, told } = watched({ limit: 10 }, { total: 9.6 });
  pay(0.1);
  expect(told).toEqual([]);
  pay(0.4);
  expect(told).toHaveLength(1);
});

test('whoever has stopped listening is told no more', () => {
  const { pay, told, stop } = watched({ limit: 1 });
  stop();
  pay(1);
  expect(told).toEqual([]);
});
