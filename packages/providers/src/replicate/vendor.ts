import { defineHttpVendor } from '../kit/http-vendor.ts';

/** Replicate (replicate.com/docs/reference/http, 2026-11): a prediction is begun, and asked for until it is there. */
export const vendor = defineHttpVendor({
  name: 'replicate',
  title: 'Replicate',
  environment: { apiKey: ['REPLICATE_API_KEY', 'REPLICATE_API_TOKEN'], apiBase: ['REPLICATE_API_BASE'] },
  options: [{ name: 'supports_system_prompt', variables: [], isSecret: false }],
  keyRequired: true,
  defaultApiBase: 'https://api.replicate.com/v1',
});
