import { expect, test } from 'vitest';
import { fittingModels, whyUnfit } from './choose-model.ts';
import { modelCatalogue } from './model-catalogue.ts';
import { estimateSpeed, isTooSlow, packageSeconds } from './writing-speed.ts';

const roomy = { freeMemoryBytes: 16e9, freeDiskBytes: 100e9, cores: 8, hasGpu: false };
const [large] = modelCatalogue;

function fitting(room: Partial<typeof roomy>): string[] {
  return fittingModels({ ...roomy, ...room }).map(({ id }) => id);
}

test('a machine with memory, disk and cores gets the best writer, and the smaller ones in its place where it fails', () => {
  expect(fitting({})).toEqual(['qwen3-4b-instruct-2507', 'qwen2.5-coder-1.5b-instruct', 'qwen2.5-coder-0.5b-instruct']);
});

test.each([
  ['memory', { freeMemoryBytes: 4.2e9 }, /needs 4\.5 GB of free memory/],
  ['disk', { freeDiskBytes: 2.6e9 }, /needs 2\.8 GB of free disk/],
  ['cores', { cores: 2 }, /about 5 tokens a second/],
])('with too little %s it gets the next one, and is told why', (_, room, reason) => {
  expect(fitting(room)[0]).toBe('qwen2.5-coder-1.5b-instruct');
  expect(large && whyUnfit(large, { ...roomy, ...room })).toMatch(reason);
});

test('a graphics card makes up for cores', () => {
  expect(fitting({ cores: 2, hasGpu: true })[0]).toBe('qwen3-4b-instruct-2507');
});

test('the smallest serves however slow the machine is', () => {
  expect(fitting({ cores: 0.25 })).toEqual(['qwen2.5-coder-0.5b-instruct']);
});

test('nothing fits a machine without memory', () => {
  expect(fitting({ freeMemoryBytes: 1e9 })).toEqual([]);
});

test('too slow is below five tokens a second, or a package over three minutes', () => {
  expect(isTooSlow({ tokensPerSecond: 4.9, promptTokensPerSecond: 100 })).toBe(true);
  expect(isTooSlow({ tokensPerSecond: 6, promptTokensPerSecond: 60 })).toBe(false);
  expect(isTooSlow({ tokensPerSecond: 6, promptTokensPerSecond: 20 })).toBe(true);
  expect(packageSeconds({ tokensPerSecond: 14, promptTokensPerSecond: 60 })).toBeCloseTo(87, 0);
});

test('the reckoned speed of the 1.5B is near the one that was measured on two cores', () => {
  const speed = estimateSpeed({ tokensPerCoreSecond: 7 }, { cores: 2, hasGpu: false });
  expect(speed.tokensPerSecond).toBe(14);
});
