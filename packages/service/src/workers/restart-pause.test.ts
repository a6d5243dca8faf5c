import { expect, test } from 'vitest';
import { RestartPause } from './restart-pause.ts';

test('the place of one that ends at each start stays empty for longer and longer, up to ten seconds', () => {
  const pause = new RestartPause();
  const pauses = Array.from({ length: 8 }, () => pause.next(50));
  expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
});

test('one that ran for long is started again soon, whatever was before', () => {
  const pause = new RestartPause();
  for (let index = 0; index < 5; index++) pause.next(50);
  expect([pause.next(60_000), pause.next(50)]).toEqual([200, 400]);
});
