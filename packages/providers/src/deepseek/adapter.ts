import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';
import { askForJsonInWords } from './ask-for-json-in-words.ts';

/** DeepSeek (api-docs.deepseek.com, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'deepseek',
  title: 'DeepSeek',
  environment: { apiKey: ['DEEPSEEK_API_KEY'], apiBase: ['DEEPSEEK_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.deepseek.com',
  renamed: { max_completion_tokens: 'max_tokens' },
  unsupported: ['n', 'seed', 'logit_bias', 'parallel_tool_calls'],
  extraMessageMembers: ['reasoning_content'],
  prepareBody: askForJsonInWords,
});
