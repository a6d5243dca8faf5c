import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** Perplexity's Sonar (docs.perplexity.ai/api-reference, 2026-11): answers from the web, without tools. */
export const adapter = defineOpenAiCompatible({
  name: 'perplexity',
  title: 'Perplexity',
  environment: { apiKey: ['PERPLEXITYAI_API_KEY', 'PERPLEXITY_API_KEY'], apiBase: ['PERPLEXITY_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.perplexity.ai',
  takesStreamOptions: false,
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['tools', 'tool_choice', 'parallel_tool_calls', 'stop', 'seed', 'n', 'user', 'logprobs', 'logit_bias'],
});
