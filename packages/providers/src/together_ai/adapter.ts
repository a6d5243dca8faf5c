import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** Together AI (docs.together.ai, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'together_ai',
  title: 'Together AI',
  wire: 'translated',
  environment: {
    apiKey: ['TOGETHER_API_KEY', 'TOGETHER_AI_API_KEY', 'TOGETHERAI_API_KEY', 'TOGETHER_AI_TOKEN'],
    apiBase: ['TOGETHER_AI_API_BASE'],
  },
  keyRequired: true,
  defaultApiBase: 'https://api.together.xyz/v1',
  renamed: { max_completion_tokens: 'max_tokens' },
});
