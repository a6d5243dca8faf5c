import { limitHolder, limitsOf, type Limiter } from '@showrunner/access';
import { expect, test } from 'vitest';
import { LimitLines } from './limit-lines.ts';

test('what a key has left of a model’s own limits is told under the model’s name', () => {
  const limits = limitsOf({ requestsPerMinute: 5, tokensPerMinute: 900, maxParallelRequests: undefined });
  const holders = ['model_per_key:9f3a:openai/gpt 5', 'model_per_team:t1:m'];
  const all = holders.flatMap((holder) => limitHolder(holder, limits).limits);
  const lines = new LimitLines({
    limits: all,
    holders: holders.flatMap((holder) => limits.map(() => holder)),
  } satisfies Pick<Limiter, 'limits' | 'holders'>);
  const states = [4, 880, 1, 2].map((remaining) => ({ remaining, resetMs: 1000, hasRoom: true }));
  const told = lines.of(states).split('\r\n');
  expect(told.filter((line) => line.startsWith('x-litellm-key-remaining-'))).toEqual([
    'x-litellm-key-remaining-requests-openai-gpt-5: 4',
    'x-litellm-key-remaining-tokens-openai-gpt-5: 880',
  ]);
});
