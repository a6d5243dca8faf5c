import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** MiniMax (platform.minimax.io/docs, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'minimax',
  title: 'MiniMax',
  environment: { apiKey: ['MINIMAX_API_KEY'], apiBase: ['MINIMAX_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.minimax.io/v1',
});
