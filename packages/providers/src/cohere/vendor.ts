import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Cohere (docs.cohere.com, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'cohere',
  title: 'Cohere',
  aliases: ['cohere_chat'],
  environment: { apiKey: ['COHERE_API_KEY', 'CO_API_KEY'], apiBase: ['COHERE_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.cohere.com',
});
