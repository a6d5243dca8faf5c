import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';
import { mistralToolChoice } from './mistral-tool-choice.ts';

/** Mistral's La Plateforme (docs.mistral.ai/api, 2026-11), which refuses members that it does not know with 422. */
export const adapter = defineOpenAiCompatible({
  name: 'mistral',
  title: 'Mistral',
  wire: 'translated',
  environment: { apiKey: ['MISTRAL_API_KEY'], apiBase: ['MISTRAL_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.mistral.ai/v1',
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens', seed: 'random_seed' },
  unsupported: ['user', 'logprobs', 'top_logprobs', 'logit_bias', 'reasoning_effort', 'service_tier', 'verbosity'],
  prepareBody: mistralToolChoice,
});
