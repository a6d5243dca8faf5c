import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Heroku's Managed Inference and Agents (devcenter.heroku.com, "Heroku Inference API", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'heroku',
  title: 'Heroku',
  environment: { apiKey: ['HEROKU_API_KEY'], apiBase: ['HEROKU_API_BASE'] },
  keyRequired: true,
  defaultApiBase: undefined,
  // `INFERENCE_URL` is the server's root; some write the address whole.
  url: (apiBase, path) => `${apiBase.replace(/\/v1(\/chat\/completions)?$/, '')}/v1${path}`,
});
