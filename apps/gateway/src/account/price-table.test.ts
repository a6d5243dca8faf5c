import { describe, expect, it } from 'vitest';
import { findPriceEntry, priceTableSource } from './price-table.ts';

describe('the bundled price table', () => {
  it('knows what a token of a served model costs, in dollars', () => {
    // OpenAI's list price of 2026: 2.50 $ in, 10 $ out, for a million tokens.
    expect(findPriceEntry('openai', 'gpt-4o')).toMatchObject({
      input_cost_per_token: 2.5e-6,
      output_cost_per_token: 1e-5,
      cache_read_input_token_cost: 1.25e-6,
    });
  });

  it('finds models by the name that the vendor itself uses', () => {
    expect(findPriceEntry('groq', 'llama-3.3-70b-versatile')?.mode).toBe('chat');
    expect(findPriceEntry('openrouter', 'anthropic/claude-opus-4.5')?.mode).toBe('chat');
    expect(findPriceEntry('openai', 'text-embedding-3-small')?.mode).toBe('embedding');
  });

  it('takes a fine-tuned model for the fine-tuned form of its base', () => {
    const base = findPriceEntry('openai', 'ft:gpt-4o-mini-2024-07-18');
    expect(base?.input_cost_per_token).toBeGreaterThan(0);
    expect(findPriceEntry('openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc123')).toBe(base);
  });

  it.each([
    ['openai', 'gpt-99'],
    ['groq', 'gpt-4o'],
    ['nobody', 'gpt-4o'],
    ['openai', 'constructor'],
    ['__proto__', 'toString'],
  ])('says nothing about %s/%s, which it does not know', (provider, model) => {
    expect(findPriceEntry(provider, model)).toBeUndefined();
  });

  it('names its source and carries the licence of the data', () => {
    expect(priceTableSource.file).toContain('litellm-1.90.0');
    expect(priceTableSource.license).toContain('MIT License');
  });
});
