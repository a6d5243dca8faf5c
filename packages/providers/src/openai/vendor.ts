import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** OpenAI itself, and any server of its wire through `api_base`. */
export const vendor = defineOpenAiVendor({
  name: 'openai',
  title: 'OpenAI',
  aliases: ['text-completion-openai', 'custom_openai', 'openai_like', 'aiohttp_openai'],
  modelPatterns: [/^(gpt-|chatgpt-|o[1-9](-|$)|codex-|dall-e-|ft:(gpt|o[1-9])|text-embedding-)/],
  environment: {
    apiKey: ['OPENAI_API_KEY'],
    apiBase: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
    organization: ['OPENAI_ORGANIZATION'],
  },
  keyRequired: true,
  defaultApiBase: 'https://api.openai.com/v1',
  files: {},
  prefersResponses: true,
});
