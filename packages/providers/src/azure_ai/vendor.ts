import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { azureAiUrl, isResourceOfAzure } from './azure-ai-url.ts';

/** Azure AI Foundry's models of all makers (learn.microsoft.com, "Model inference", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'azure_ai',
  title: 'Azure AI Foundry',
  environment: { apiKey: ['AZURE_AI_API_KEY'], apiBase: ['AZURE_AI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: undefined,
  url: azureAiUrl,
  authentication: ({ settings }) => keyOf(settings),
  passage: { headers: keyOf },
});

/** Resources take their key in a header of their own, deployments with an address of their own as OpenAI does. */
function keyOf({ apiKey, apiBase, options }: ProviderSettings): Record<string, string> {
  const token = options?.azure_ad_token;
  if (apiKey === undefined) return typeof token === 'string' ? { authorization: `Bearer ${token}` } : {};
  return apiBase !== undefined && isResourceOfAzure(apiBase)
    ? { 'api-key': apiKey }
    : { authorization: `Bearer ${apiKey}` };
}
