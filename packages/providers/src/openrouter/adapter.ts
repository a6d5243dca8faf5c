import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** OpenRouter (openrouter.ai/docs/api-reference, 2026-11); its models are named `vendor/model`. */
export const adapter = defineOpenAiCompatible({
  name: 'openrouter',
  title: 'OpenRouter',
  wire: 'translated',
  environment: { apiKey: ['OPENROUTER_API_KEY', 'OR_API_KEY'], apiBase: ['OPENROUTER_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://openrouter.ai/api/v1',
  // It hands these on to the vendors behind it.
  extraMessageMembers: ['reasoning_content', 'cache_control'],
});
