import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** A vLLM server of one's own (docs.vllm.ai, "OpenAI-Compatible Server", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'hosted_vllm',
  title: 'vLLM',
  environment: { apiKey: ['HOSTED_VLLM_API_KEY'], apiBase: ['HOSTED_VLLM_API_BASE'] },
  keyRequired: false,
  defaultApiBase: undefined,
  files: {},
});
