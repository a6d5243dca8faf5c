import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Perplexity's Sonar (docs.perplexity.ai/api-reference, 2026-11): answers from the web, without tools. */
export const vendor = defineOpenAiVendor({
  name: 'perplexity',
  title: 'Perplexity',
  environment: { apiKey: ['PERPLEXITYAI_API_KEY', 'PERPLEXITY_API_KEY'], apiBase: ['PERPLEXITY_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.perplexity.ai',
});
