import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatchPrice } from './batch-price.ts';
import { lookUpModel } from './model-table.ts';
import { priceOf, priceServedAs, readPrice } from './price.ts';
import { unitPricing, units } from './unit.ts';

describe('what a call costs', () => {
  it.each([
    ['text', 'openai/gpt-4o', { inputTokens: 1000, cachedInputTokens: 1000, outputTokens: 100 }, 0.00475],
    ['vectors', 'openai/text-embedding-3-small', { inputTokens: 1_000_000 }, 0.02],
    ['speech', 'openai/tts-1', { inputCharacters: 1000 }, 0.015],
    ['a minute of sound read', 'openai/whisper-1', { inputSeconds: 60 }, 0.006],
    ['a picture by its size', 'openai/1024-x-1024/dall-e-2', { pixels: 1024 * 1024 }, 0.0199],
    ['a picture by its tokens', 'openai/gpt-image-1', { inputTokens: 50, outputImageTokens: 4160 }, 0.16665],
    ['eight seconds of video', 'openai/sora-2', { videoSeconds: 8 }, 0.8],
    ['a search', 'perplexity/search', { searches: 3 }, 0.015],
  ])('goes by the unit of what it used: %s', (_what, named, use, dollars) => {
    const [provider = '', ...model] = named.split('/');
    const price = readPrice(lookUpModel(provider, model.join('/')) ?? {});
    expect(priceOf(price, use)).toBeCloseTo(dollars, 4);
  });

  it('is not known where the price of something that it used is not, and zero where it used nothing', () => {
    const price = readPrice({ input_cost_per_token: 1 });
    expect(priceOf(price, { inputTokens: 1, images: 1 })).toBeUndefined();
    expect(priceOf(price, { images: 0 })).toBe(0);
    expect(priceOf(readPrice({}), { inputTokens: 1 })).toBeUndefined();
    expect(readPrice({ input_cost_per_token: 'free', output_cost_per_token: -1, mode: 'chat' })).toBeUndefined();
  });

  it('is that of batches where many are asked together, and half of the usual one where there is none', () => {
    const known = {
      input_cost_per_token: 4,
      input_cost_per_token_batches: 1,
      input_cost_per_token_above_200k_tokens: 8,
      input_cost_per_token_above_200k_tokens_batches: 3,
      output_cost_per_token: 10,
    };
    const price = readBatchPrice(known);
    expect(priceOf(price, { inputTokens: 1, outputTokens: 1 })).toBe(6);
    expect(priceOf(price, { inputTokens: 200_001 })).toBe(600_003);
    expect(priceOf(readBatchPrice({ output_cost_per_token_batches: 2 }), { inputTokens: 5, outputTokens: 1 })).toBe(2);
    expect(readBatchPrice({ mode: 'chat' })).toBeUndefined();
  });

  it('bills what has no price of its own as what it stands among', () => {
    const price = readPrice({ input_cost_per_token: 2, output_cost_per_token: 5, cache_creation_input_token_cost: 3 });
    expect(priceOf(price, { cachedInputTokens: 1 })).toBe(2);
    expect(priceOf(price, { cacheWriteHourTokens: 1 })).toBe(3);
    expect(priceOf(price, { reasoningTokens: 1, outputAudioTokens: 1 })).toBe(10);
  });

  it('gives tokens of one direction away where the other alone is priced', () => {
    expect(priceOf(readPrice({ output_cost_per_token: 3 }), { inputTokens: 7, outputTokens: 1 })).toBe(3);
  });

  it('rises with the whole prompt where the vendor says so, cached parts counted in', () => {
    const price = readPrice({
      input_cost_per_token: 1,
      output_cost_per_token: 1,
      cache_read_input_token_cost: 0.5,
      input_cost_per_token_above_200k_tokens: 2,
      output_cost_per_token_above_200k_tokens: 3,
      input_cost_per_token_above_272k_tokens: 4,
    });
    expect(priceOf(price, { inputTokens: 200_000, outputTokens: 10 })).toBe(200_010);
    expect(priceOf(price, { inputTokens: 100_001, cachedInputTokens: 100_000, outputTokens: 10 })).toBe(250_032);
    expect(priceOf(price, { inputTokens: 300_000, outputTokens: 10 })).toBe(1_200_010);
  });

  it('goes by how the call is served, where that has a price of its own, long prompts included', () => {
    const price = readPrice({
      input_cost_per_token: 1,
      output_cost_per_token: 2,
      input_cost_per_token_priority: 3,
      output_cost_per_token_flex: 1,
      input_cost_per_token_above_200k_tokens: 5,
      input_cost_per_token_above_200k_tokens_priority: 7,
    });
    const use = { inputTokens: 10, outputTokens: 10 };
    const served = (tier: unknown, used = use) => priceOf(priceServedAs(price, tier), used);
    expect(
      ['priority', 'fast', 'flex', 'default', 'auto', 'toString', null, undefined].map((tier) => served(tier)),
    ).toEqual([50, 50, 20, 30, 30, 30, 30, 30]);
    const long = { inputTokens: 200_001, outputTokens: 0 };
    expect([served('priority', long), served('flex', long)]).toEqual([1_400_007, 1_000_005]);
    expect(priceServedAs(undefined, 'priority')).toBeUndefined();
  });

  it('takes the middle size of a search’s context, which vendors bring unasked', () => {
    const sizes = { search_context_size_low: 1, search_context_size_medium: 2, search_context_size_high: 3 };
    expect(priceOf(readPrice({ search_context_cost_per_query: sizes }), { searches: 2 })).toBe(4);
  });

  it('is the sum of quantities times prices, for any of them', () => {
    const stated = fc.dictionary(fc.constantFrom(...units), fc.double({ min: 0, max: 10, noNaN: true }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(stated, fc.nat(1000), (rates, quantity) => {
        const known = Object.entries(rates).map(([unit, rate]) => [memberOf(unit), rate] as const);
        const use = Object.fromEntries(Object.keys(rates).map((unit) => [unit, quantity]));
        const sum = Object.values(rates).reduce((total, rate) => total + quantity * rate, 0);
        expect(priceOf(readPrice(Object.fromEntries(known)), use)).toBeCloseTo(sum, 6);
      }),
    );
  });
});

function memberOf(name: string): string {
  const unit = units.find((candidate) => candidate === name);
  return (unit && unitPricing[unit].members[0]) ?? name;
}
