import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** Groq (console.groq.com/docs/openai, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'groq',
  title: 'Groq',
  wire: 'translated',
  environment: { apiKey: ['GROQ_API_KEY'], apiBase: ['GROQ_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.groq.com/openai/v1',
  unsupported: ['logprobs', 'top_logprobs', 'logit_bias'],
});
