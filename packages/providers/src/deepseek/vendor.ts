import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** DeepSeek (api-docs.deepseek.com, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'deepseek',
  title: 'DeepSeek',
  environment: { apiKey: ['DEEPSEEK_API_KEY'], apiBase: ['DEEPSEEK_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.deepseek.com',
});
