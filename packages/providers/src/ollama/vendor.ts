import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Ollama: chat in its own wire, which alone takes the model's settings; all else in OpenAI's (docs/api.md, docs/openai.md, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'ollama',
  title: 'Ollama',
  aliases: ['ollama_chat'],
  environment: { apiKey: ['OLLAMA_API_KEY'], apiBase: ['OLLAMA_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:11434',
  url: (apiBase, path) => (path === CHAT_PATH ? rootOf(apiBase) + path : `${rootOf(apiBase)}/v1${path}`),
});

/** Where its own wire has chats. */
export const CHAT_PATH = '/api/chat';

/** `api_base` is the server's root, as in LiteLLM; some write it as for OpenAI's wire, or whole. */
function rootOf(apiBase: string): string {
  return withoutTrailingSlashes(apiBase).replace(/\/(v1|api\/chat)$/, '');
}
