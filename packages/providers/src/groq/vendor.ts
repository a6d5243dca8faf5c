import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Groq (console.groq.com/docs/openai, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'groq',
  title: 'Groq',
  environment: { apiKey: ['GROQ_API_KEY'], apiBase: ['GROQ_API_BASE'] },
  keyRequired: true,
  defaultApiBase: 'https://api.groq.com/openai/v1',
  files: {},
});
