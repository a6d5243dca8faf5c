import { below, defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';

/** Keys that begin so are MongoDB's, which serves the same API (LiteLLM 1.108.7, `llms/voyage/common_utils.py`). */
const MONGODB_KEY = 'al-';

const VOYAGE = 'https://api.voyageai.com/v1';
const MONGODB = 'https://ai.mongodb.com/v1';

/** Voyage AI (docs.voyageai.com, 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'voyage',
  title: 'Voyage AI',
  environment: { apiKey: ['VOYAGE_API_KEY', 'VOYAGE_AI_API_KEY'], apiBase: ['VOYAGE_API_BASE'] },
  keyRequired: true,
  defaultApiBase: VOYAGE,
  url: (apiBase, path, { settings }) => below(rootFor(apiBase, settings.apiKey), path),
});

/** Where a key is known: at the address that made it, unless the deployment says another. */
export function rootFor(apiBase: string, apiKey: string | undefined): string {
  return apiBase === VOYAGE && apiKey?.startsWith(MONGODB_KEY) === true ? MONGODB : apiBase;
}
