import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Lemonade (lemonade-server.ai/docs, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'lemonade',
  title: 'Lemonade',
  environment: { apiKey: ['LEMONADE_API_KEY'], apiBase: ['LEMONADE_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:8000/api/v1',
});
