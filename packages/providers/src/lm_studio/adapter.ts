import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';

/** LM Studio's local server (lmstudio.ai/docs/app/api/endpoints/openai, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'lm_studio',
  title: 'LM Studio',
  environment: { apiKey: ['LM_STUDIO_API_KEY'], apiBase: ['LM_STUDIO_API_BASE'] },
  keyRequired: false,
  defaultApiBase: 'http://localhost:1234/v1',
  renamed: { max_completion_tokens: 'max_tokens' },
  prepareBody(body, { request }, review) {
    // It answers 400 to anything but `json_schema` and `text`.
    if (request.response_format?.type !== 'json_object') return;
    review.warn('response_format', 'JSON is asked for as a schema that any object fits.');
    body.response_format = { type: 'json_schema', json_schema: { name: 'object', schema: { type: 'object' } } };
  },
});
