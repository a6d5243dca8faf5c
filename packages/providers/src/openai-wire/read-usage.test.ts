import { expect, test } from 'vitest';
import { readInputUsage, readOpenAiUsage } from './read-usage.ts';

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

test('a total alone is the input of who is answered without tokens, and no count of a chat', () => {
  expect(readInputUsage({ total_tokens: 6 })).toEqual({ prompt_tokens: 6, completion_tokens: 0, total_tokens: 6 });
  expect(readInputUsage({ prompt_tokens: 2, total_tokens: 6 })).toMatchObject({ prompt_tokens: 2 });
  expect(readInputUsage({ total_tokens: 0 })).toBeUndefined();
  expect(readOpenAiUsage({ total_tokens: 6 })).toBeUndefined();
});
