import { below, defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/**
 * Mistral's La Plateforme (docs.mistral.ai/api, 2026-11), which refuses members that it does not know with 422. LiteLLM
 * gives each address of it a `/v1` at its end, and so files leave it out.
 */
export const vendor = defineOpenAiVendor({
  name: 'mistral',
  title: 'Mistral',
  environment: { apiKey: ['MISTRAL_API_KEY'], apiBase: ['MISTRAL_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.mistral.ai/v1',
  url: (root, path) => below(/\/v1(?:$|[/?])/.test(root) ? root : `${root}/v1`, path),
  files: {},
});
