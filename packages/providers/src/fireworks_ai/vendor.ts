import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Fireworks AI (docs.fireworks.ai/api-reference, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'fireworks_ai',
  title: 'Fireworks AI',
  environment: {
    apiKey: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY', 'FIREWORKSAI_API_KEY', 'FIREWORKS_AI_TOKEN'],
    apiBase: ['FIREWORKS_API_BASE'],
  },
  keyRequired: true,
  defaultApiBase: 'https://api.fireworks.ai/inference/v1',
});
