import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** xAI (docs.x.ai/docs/api-reference, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'xai',
  title: 'xAI',
  environment: { apiKey: ['XAI_API_KEY'], apiBase: ['XAI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.x.ai/v1',
  files: {},
});
