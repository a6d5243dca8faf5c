import { defineHttpVendor } from '../kit/http-vendor.ts';

export const vendor = defineHttpVendor({
  name: 'anthropic',
  title: 'Anthropic',
  modelPatterns: [/^claude-/],
  environment: { apiKey: ['ANTHROPIC_API_KEY'], apiBase: ['ANTHROPIC_API_BASE', 'ANTHROPIC_BASE_URL'] },
  keyRequired: true,
  defaultApiBase: 'https://api.anthropic.com',
});
