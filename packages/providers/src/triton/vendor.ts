import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** NVIDIA's Triton Inference Server (docs.nvidia.com, "HTTP/REST and GRPC Protocol", "Generate Extension", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'triton',
  title: 'Triton Inference Server',
  environment: { apiKey: ['TRITON_API_KEY'], apiBase: ['TRITON_API_BASE'] },
  keyRequired: false,
  defaultApiBase: undefined,
});

/** Where a model is asked: LiteLLM's callers write the address whole, others the server's root. */
export function modelUrl(apiBase: string, model: string, verb: 'generate' | 'infer'): string {
  if (/\/(generate|infer)$/.test(apiBase)) return apiBase;
  const root = /\/v2\/models\/[^/]+/.test(apiBase) ? apiBase : `${apiBase}/v2/models/${encodeURIComponent(model)}`;
  return `${root}/${verb}`;
}
