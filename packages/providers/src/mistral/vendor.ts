import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Mistral's La Plateforme (docs.mistral.ai/api, 2026-11), which refuses members that it does not know with 422. */
export const vendor = defineOpenAiVendor({
  name: 'mistral',
  title: 'Mistral',
  environment: { apiKey: ['MISTRAL_API_KEY'], apiBase: ['MISTRAL_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.mistral.ai/v1',
  files: {},
});
