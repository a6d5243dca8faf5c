import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** Fireworks AI (docs.fireworks.ai/api-reference, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'fireworks_ai',
  title: 'Fireworks AI',
  environment: {
    apiKey: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY', 'FIREWORKSAI_API_KEY', 'FIREWORKS_AI_TOKEN'],
    apiBase: ['FIREWORKS_API_BASE'],
  },
  keyRequired: true,
  defaultApiBase: 'https://api.fireworks.ai/inference/v1',
  renamed: { max_completion_tokens: 'max_tokens' },
  extraMessageMembers: ['reasoning_content'],
  prepareBody(body, { model }) {
    // Short names stand for the vendor's own public models.
    if (!model.includes('/') && !model.includes('#')) body.model = `accounts/fireworks/models/${model}`;
  },
});
