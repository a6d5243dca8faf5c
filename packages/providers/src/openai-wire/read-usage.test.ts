import { expect, test } from 'vitest';
import { readAnyUsage, readOpenAiUsage } from './read-usage.ts';

const counts = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

test('what a vendor counted is read under one name, and stays as it is when it is read again', () => {
  const whole = {
    ...counts,
    prompt_tokens_details: {
      cached_tokens: 3,
      cache_creation_tokens: 4,
      cache_creation_token_details: { ephemeral_5m_input_tokens: 1, ephemeral_1h_input_tokens: 3 },
    },
    completion_tokens_details: { reasoning_tokens: 2 },
  };
  expect(readOpenAiUsage(whole)).toEqual(whole);
  const hit = { ...counts, prompt_tokens_details: { cached_tokens: 3 } };
  expect(readOpenAiUsage({ ...counts, prompt_cache_hit_tokens: 3 })).toEqual(hit);
  expect(readOpenAiUsage({ ...counts, cached_tokens: 3 })).toEqual(hit);
  expect(readOpenAiUsage({ prompt_tokens: 10, completion_tokens: 5 })).toEqual(counts);
});

test.each([undefined, null, 'many', [], {}, { total_tokens: 3 }])('what is no count is none: %j', (value) => {
  expect(readOpenAiUsage(value)).toBeUndefined();
});

test('a total alone counts as asked', () => {
  expect(readAnyUsage({ total_tokens: 6 })).toEqual({ prompt_tokens: 6, completion_tokens: 0, total_tokens: 6 });
  expect(readAnyUsage({ prompt_tokens: 2, total_tokens: 6 })).toMatchObject({ prompt_tokens: 2, completion_tokens: 4 });
  expect(readAnyUsage({ total_tokens: 0 })).toBeUndefined();
  expect(readOpenAiUsage({ total_tokens: 6 })).toBeUndefined();
});

test.each([
  ['as texts', { prompt_tokens: '450', completion_tokens: '450' }, 450],
  ['with a fraction', { prompt_tokens: 450, completion_tokens: 449.6, total_tokens: 899.6 }, 450],
  ['by the names of responses', { input_tokens: 450, output_tokens: 450 }, 450],
  ['by those, as texts', { input_tokens: '450', output_tokens: '450' }, 450],
  ['as the rest of the total', { prompt_tokens: 450, completion_tokens: null, total_tokens: 900 }, 450],
  ['as what is left of an impossible one', { prompt_tokens: 450, completion_tokens: -5, total_tokens: 445 }, 0],
])('tokens that a vendor counts %s are counted', (_, usage, completion) => {
  expect(readAnyUsage(usage)).toMatchObject({ prompt_tokens: 450, completion_tokens: completion });
});

test.each([
  { prompt_tokens: 1e300, completion_tokens: 1e300 },
  { prompt_tokens: 'many', completion_tokens: 'more' },
  { input_tokens: -1, output_tokens: Number.NaN },
])('what cannot be a count is none, and not nothing: %j', (usage) => {
  expect(readAnyUsage(usage)).toBeUndefined();
});
