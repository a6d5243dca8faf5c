import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** CompactifAI (docs.compactif.ai, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'compactifai',
  title: 'CompactifAI',
  environment: { apiKey: ['COMPACTIFAI_API_KEY'] },
  keyRequired: true,
  defaultApiBase: 'https://api.compactif.ai/v1',
});
