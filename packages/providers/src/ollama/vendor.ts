import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Ollama through its OpenAI wire (github.com/ollama/ollama, docs/openai.md, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'ollama',
  title: 'Ollama',
  aliases: ['ollama_chat'],
  environment: { apiKey: ['OLLAMA_API_KEY'], apiBase: ['OLLAMA_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:11434',
  // `api_base` is the server's root, as in LiteLLM, which speaks the native wire.
  url: (apiBase, path) => `${apiBase.replace(/\/v1$/, '')}/v1${path}`,
});
