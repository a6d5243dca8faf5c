import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import { sizeClass } from './size-class.ts';

/** Together AI (docs.together.ai, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'together_ai',
  title: 'Together AI',
  environment: {
    apiKey: ['TOGETHER_API_KEY', 'TOGETHER_AI_API_KEY', 'TOGETHERAI_API_KEY', 'TOGETHER_AI_TOKEN'],
    apiBase: ['TOGETHER_AI_API_BASE'],
  },
  keyRequired: true,
  defaultApiBase: 'https://api.together.xyz/v1',
  knownAs: sizeClass,
});
