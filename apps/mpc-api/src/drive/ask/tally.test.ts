import { expect, test } from 'vitest';
import type { Completion } from '../../gateway/read-completion.ts';
import { Tally, tallyFigures } from './tally.ts';

test('what a part uses counts for the whole too, and not for the parts beside it', () => {
  const whole = new Tally();
  const [one, other] = [new Tally(whole), new Tally(whole)];
  one.countAttempt();
  one.add(completion, null);
  other.countAttempt();
  other.countRepair();
  expect(tallyFigures(one)).toMatchObject({ attempts: 1, repairs: 0, tokens: { total: 30 }, cost_usd: 0.5 });
  expect(tallyFigures(other)).toMatchObject({ attempts: 1, repairs: 1, tokens: { total: 0 }, cost_usd: 0 });
  expect(tallyFigures(whole)).toMatchObject({ attempts: 2, repairs: 1, tokens: { total: 30 }, cost_usd: 0.5 });
  expect(whole.model).toBe('m');
});

test('a cost that one part lost is unknown for the whole', () => {
  const whole = new Tally();
  const part = new Tally(whole);
  part.loseCost();
  part.add(completion, null);
  expect([part.costUsd, whole.costUsd]).toEqual([null, null]);
});

const completion: Completion = {
  text: '',
  finishReason: 'stop',
  refusal: null,
  model: 'm',
  tokens: { input: 10, output: 20 },
  costUsd: 0.5,
};
