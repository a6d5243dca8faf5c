import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** LM Studio's local server (lmstudio.ai/docs/app/api/endpoints/openai, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'lm_studio',
  title: 'LM Studio',
  environment: { apiKey: ['LM_STUDIO_API_KEY'], apiBase: ['LM_STUDIO_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:1234/v1',
});
