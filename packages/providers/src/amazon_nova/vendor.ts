import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Amazon Nova (nova.amazon.com/dev, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'amazon_nova',
  title: 'Amazon Nova',
  environment: { apiKey: ['AMAZON_NOVA_API_KEY'], apiBase: ['AMAZON_NOVA_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.nova.amazon.com/v1',
});
