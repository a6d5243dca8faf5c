import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderCall } from '../spec/call.ts';
import { azureAiUrl, isResourceOfAzure } from './azure-ai-url.ts';

/** Azure AI Foundry's models of all makers (learn.microsoft.com, "Model inference", 2026-11). */
export const vendor = defineOpenAiVendor({
  name: 'azure_ai',
  title: 'Azure AI Foundry',
  environment: { apiKey: ['AZURE_AI_API_KEY'], apiBase: ['AZURE_AI_API_BASE'] },
  keyRequired: true,
  defaultApiBase: undefined,
  url: azureAiUrl,
  authentication,
});

/** Resources take their key in a header of their own, deployments with an address of their own as OpenAI does. */
function authentication({ settings }: ProviderCall): Record<string, string> {
  const { apiKey, apiBase, options } = settings;
  const token = options?.azure_ad_token;
  if (apiKey === undefined) return typeof token === 'string' ? { authorization: `Bearer ${token}` } : {};
  return apiBase !== undefined && isResourceOfAzure(apiBase)
    ? { 'api-key': apiKey }
    : { authorization: `Bearer ${apiKey}` };
}
