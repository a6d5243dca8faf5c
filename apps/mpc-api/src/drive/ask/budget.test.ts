import { expect, test } from 'vitest';
import type { Completion } from '../../gateway/read-completion.ts';
import { Budget } from './budget.ts';
import { Tally } from './tally.ts';

test('what is under way at its worst and what was spent stay below the limit together', async () => {
  const tally = new Tally();
  const budget = new Budget(1, tally);
  const end = await budget.reserve(0.6);
  let isSecondUnderWay = false;
  const second = budget.reserve(0.6).then((give) => {
    isSecondUnderWay = true;
    return give;
  });
  await Promise.resolve();
  expect(isSecondUnderWay).toBe(false);

  tally.add(costing(0.3), null);
  end();
  (await second)();
  tally.add(costing(0.2), null);
  await expect(budget.reserve(0.6)).rejects.toMatchObject({ name: 'CostLimitError', mayCostUsd: 1.1 });
});

test('without a limit nothing waits', async () => {
  const budget = new Budget(undefined, new Tally());
  expect(await Promise.all([budget.reserve(1e9), budget.reserve(1e9)])).toHaveLength(2);
});

function costing(costUsd: number): Completion {
  return { text: '', finishReason: 'stop', refusal: null, model: 'm', tokens: { input: 1, output: 1 }, costUsd };
}
