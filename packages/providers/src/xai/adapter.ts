import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';
import { leaveOutWhatReasoningRefuses } from './leave-out-what-reasoning-refuses.ts';

/** xAI (docs.x.ai/docs/api-reference, 2026-11). */
export const adapter = defineOpenAiCompatible({
  name: 'xai',
  title: 'xAI',
  environment: { apiKey: ['XAI_API_KEY'], apiBase: ['XAI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.x.ai/v1',
  extraMessageMembers: ['reasoning_content'],
  prepareBody: leaveOutWhatReasoningRefuses,
});
