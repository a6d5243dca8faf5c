import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** Ollama through its OpenAI wire (github.com/ollama/ollama, docs/openai.md, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'ollama',
  title: 'Ollama',
  aliases: ['ollama_chat'],
  wire: 'translated',
  environment: { apiKey: ['OLLAMA_API_KEY'], apiBase: ['OLLAMA_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:11434',
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['logit_bias', 'n', 'parallel_tool_calls'],
  // `api_base` is the server's root, as in LiteLLM, which speaks the native wire.
  url: (apiBase) => `${apiBase.replace(/\/v1$/, '')}/v1/chat/completions`,
});
