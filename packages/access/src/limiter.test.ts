import { openSharedState } from '@showrunner/store';
import { requireTool, startRedis, type RunningRedis } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitsOf } from './limit.ts';
import { limiterConformance } from './limiter.conformance.ts';
import { Limiter } from './limiter.ts';

describe('limits in memory', () => {
  const memory = openSharedState();
  limiterConformance(() => memory);
});

describe('limits in Redis', requireTool('redis'), () => {
  let redis: RunningRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());
  limiterConformance(() => openSharedState({ redis: { url: redis.url } }));
});

test('expected use is asked only where a limit counts it', async () => {
  const memory = await openSharedState();
  const limiter = new Limiter(memory, [
    { holder: 'key:one', limits: [{ unit: 'requests', most: 1, windowSeconds: 60 }] },
  ]);
  const use = {
    expectedTokens(): number {
      throw new Error('nobody counts tokens');
    },
  };
  expect(await limiter.claim(use)).toMatchObject({ kind: 'held' });
});

test('settings make the limits that are set, in one order', () => {
  const none = { requestsPerMinute: undefined, tokensPerMinute: undefined, maxParallelRequests: undefined };
  expect(limitsOf(none)).toEqual([]);
  expect(limitsOf({ maxParallelRequests: 3, tokensPerMinute: 0, requestsPerMinute: 5 })).toEqual([
    { unit: 'requests', most: 5, windowSeconds: 60 },
    { unit: 'tokens', most: 0, windowSeconds: 60 },
    { unit: 'parallel', most: 3 },
  ]);
});
