import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** An Infinity server of one's own (michaelfeil.github.io/infinity, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'infinity',
  title: 'Infinity',
  environment: { apiKey: ['INFINITY_API_KEY'], apiBase: ['INFINITY_API_BASE'] },
  keyRequired: false,
  defaultApiBase: undefined,
});
