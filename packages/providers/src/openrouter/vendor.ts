import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** OpenRouter (openrouter.ai/docs/api-reference, 2026-11); its models are named `vendor/model`. */
export const vendor = defineOpenAiVendor({
  name: 'openrouter',
  title: 'OpenRouter',
  environment: { apiKey: ['OPENROUTER_API_KEY', 'OR_API_KEY'], apiBase: ['OPENROUTER_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://openrouter.ai/api/v1',
});
