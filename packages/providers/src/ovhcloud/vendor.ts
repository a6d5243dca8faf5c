import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** OVHcloud AI Endpoints (endpoints.ai.cloud.ovh.net, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'ovhcloud',
  title: 'OVHcloud AI Endpoints',
  environment: { apiKey: ['OVHCLOUD_API_KEY'], apiBase: ['OVHCLOUD_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://oai.endpoints.kepler.ai.cloud.ovh.net/v1',
});
