import { expect, test } from 'vitest';
import { sizeClass } from './size-class.ts';

test.each([
  ['meta-llama/Llama-3-70b', 'together-ai-41.1b-80b'],
  ['meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo', 'together-ai-4.1b-8b'],
  ['Qwen/Qwen2.5-0.5B', 'together-ai-up-to-4b'],
  ['Qwen/Qwen2.5-14B-Instruct', 'together-ai-8.1b-21b'],
  ['togethercomputer/m2-bert-80M-8k-retrieval', 'together-ai-embedding-up-to-150m'],
])('%s without a price of its own costs what its size does', (model, priced) => {
  expect(sizeClass(model)).toBe(priced);
});

test.each([
  'mistralai/Mixtral-8x7B-Instruct-v0.1',
  'deepseek-ai/DeepSeek-V3',
  'Qwen/Qwen3-235B-A22B',
  'meta/llama-405b',
])('%s says no size that has a price', (model) => {
  expect(sizeClass(model)).toBe(model);
});
