import { openAiUrl } from '../openai-wire/openai-vendor.ts';
import { openAiResponses } from '../openai-wire/responses.ts';
import { azureDeployment } from './azure-url.ts';
import { vendor } from './vendor.ts';

/** What has responses at all (Microsoft Learn, "Azure OpenAI Responses API", 2026); LiteLLM's default too. */
const DEFAULT_API_VERSION = 'preview';

/** Responses name their model in the body; so, unlike all else of the dated versions, their path has no deployment. */
export const responses = openAiResponses(vendor, {
  modelName: ({ model }) => azureDeployment(model),
  url: ({ settings, ...call }) => {
    const versioned = { ...settings, apiVersion: settings.apiVersion ?? DEFAULT_API_VERSION };
    const url = openAiUrl(vendor, '/responses', { ...call, settings: versioned, request: {} });
    return url.replace(/\/openai\/deployments\/[^/]+\/responses/, '/openai/responses');
  },
});
