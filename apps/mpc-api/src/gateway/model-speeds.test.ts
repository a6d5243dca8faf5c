import { expect, it, vi } from 'vitest';
import { ModelSpeeds } from './model-speeds.ts';

const answer = (output: number) => ({
  text: '',
  finishReason: 'stop',
  refusal: null,
  model: 'm',
  tokens: { input: 1, output },
  costUsd: null,
});

it('knows how fast a model writes from its answers, the last ones most, and nothing of others', async () => {
  vi.useFakeTimers();
  const speeds = new ModelSpeeds();
  const write = (seconds: number, output: number) =>
    speeds.measured('m', async () => {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      return answer(output);
    });
  expect(speeds.secondsPerToken('m')).toBeUndefined();
  await write(1, 0);
  expect(speeds.secondsPerToken('m')).toBeUndefined();
  await write(10, 100);
  expect(speeds.secondsPerToken('m')).toBeCloseTo(0.1);
  for (let count = 0; count < 20; count += 1) await write(1, 100);
  expect(speeds.secondsPerToken('m')).toBeLessThan(0.02);
  expect(speeds.secondsPerToken('other')).toBeUndefined();
  vi.useRealTimers();
});
