import { expect, test } from 'vitest';
import { Budget } from './budget.ts';
import { createTally } from './tally.ts';

test('what is under way at its worst and what was spent stay below the limit together', async () => {
  const tally = createTally();
  const budget = new Budget(1, tally);
  const end = await budget.reserve(0.6);
  let isSecondUnderWay = false;
  const second = budget.reserve(0.6).then((give) => {
    isSecondUnderWay = true;
    return give;
  });
  await Promise.resolve();
  expect(isSecondUnderWay).toBe(false);

  tally.costUsd = 0.3;
  end();
  (await second)();
  tally.costUsd = 0.5;
  await expect(budget.reserve(0.6)).rejects.toMatchObject({ name: 'CostLimitError', mayCostUsd: 1.1 });
});

test('without a limit nothing waits', async () => {
  const budget = new Budget(undefined, createTally());
  expect(await Promise.all([budget.reserve(1e9), budget.reserve(1e9)])).toHaveLength(2);
});
