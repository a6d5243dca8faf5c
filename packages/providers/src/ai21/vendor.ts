import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** AI21 (docs.ai21.com, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'ai21',
  title: 'AI21',
  environment: { apiKey: ['AI21_API_KEY'], apiBase: ['AI21_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.ai21.com/studio/v1',
});
