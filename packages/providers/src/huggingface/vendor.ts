import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import { isRouted, ROUTER } from './router.ts';

/**
 * Hugging Face: its router of inference providers (huggingface.co/docs/inference-providers, 2026-11), and servers of one's
 * own that run Text Generation Inference or are inference endpoints, which have the same wire below their address.
 */
export const vendor = defineOpenAiVendor({
  name: 'huggingface',
  title: 'Hugging Face',
  environment: {
    apiKey: ['HF_TOKEN', 'HUGGINGFACE_API_KEY'],
    apiBase: ['HF_API_BASE', 'HUGGINGFACE_API_BASE'],
  },
  keyRequired: false,
  defaultApiBase: ROUTER,
  url(apiBase, path, { settings }) {
    if (apiBase.endsWith(path)) return apiBase;
    return isRouted(settings) || apiBase.endsWith('/v1') ? apiBase + path : `${apiBase}/v1${path}`;
  },
});
