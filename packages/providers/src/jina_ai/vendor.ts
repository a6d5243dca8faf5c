import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Jina AI (jina.ai/reranker and jina.ai/embeddings, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'jina_ai',
  title: 'Jina AI',
  environment: { apiKey: ['JINA_AI_API_KEY', 'JINA_API_KEY', 'JINA_AI_TOKEN'], apiBase: ['JINA_AI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.jina.ai/v1',
});
