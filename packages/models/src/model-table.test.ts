import { describe, expect, it } from 'vitest';
import { lookUpModel, modelTableSource } from './model-table.ts';

describe('the bundled table of models', () => {
  it('knows what a token of a served model costs, in dollars', () => {
    // OpenAI's list price of 2026: 2.50 $ in, 10 $ out, for a million tokens.
    expect(lookUpModel('openai', 'gpt-4o')).toMatchObject({
      input_cost_per_token: 2.5e-6,
      output_cost_per_token: 1e-5,
      cache_read_input_token_cost: 1.25e-6,
    });
  });

  it('finds models by the name that the vendor itself uses', () => {
    expect(lookUpModel('groq', 'llama-3.3-70b-versatile')?.mode).toBe('chat');
    expect(lookUpModel('openrouter', 'anthropic/claude-opus-4.5')?.mode).toBe('chat');
    expect(lookUpModel('openai', 'text-embedding-3-small')?.mode).toBe('embedding');
  });

  it.each([
    ['openai', 'dall-e-3', 'image_generation'],
    ['openai', 'whisper-1', 'audio_transcription'],
    ['openai', 'tts-1', 'audio_speech'],
    ['openai', 'omni-moderation-latest', 'moderation'],
    ['perplexity', 'search', 'search'],
  ])('knows models of every mode: %s/%s', (provider, model, mode) => {
    expect(lookUpModel(provider, model)?.mode).toBe(mode);
  });

  it('takes a fine-tuned model for the fine-tuned form of its base', () => {
    const base = lookUpModel('openai', 'ft:gpt-4o-mini-2024-07-18');
    expect(base?.input_cost_per_token).toBeGreaterThan(0);
    expect(lookUpModel('openai', 'ft:gpt-4o-mini-2024-07-18:acme::abc123')).toEqual(base);
  });

  it.each([
    ['openai', 'gpt-99'],
    ['groq', 'gpt-4o'],
    ['nobody', 'gpt-4o'],
    ['openai', 'constructor'],
    ['__proto__', 'toString'],
  ])('says nothing about %s/%s, which it does not know', (provider, model) => {
    expect(lookUpModel(provider, model)).toBeUndefined();
  });

  it('names its source and carries the licence of the data', () => {
    expect(modelTableSource.file).toContain('litellm-1.108.7');
    expect(modelTableSource.license).toContain('MIT License');
  });
});
