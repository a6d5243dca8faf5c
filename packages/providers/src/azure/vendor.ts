import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import { azureAuthentication, azureKey } from './azure-authentication.ts';
import { azureFilesUrl, azureUrl } from './azure-url.ts';

/** Azure OpenAI; the model's name is the deployment's. */
export const vendor = defineOpenAiVendor({
  name: 'azure',
  title: 'Azure OpenAI',
  environment: {
    apiKey: ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY'],
    apiBase: ['AZURE_API_BASE'],
    apiVersion: ['AZURE_API_VERSION'],
  },
  keyRequired: true,
  defaultApiBase: undefined,
  url: azureUrl,
  authentication: azureAuthentication,
  passage: { headers: azureKey },
  files: { url: (path, settings) => settings.apiBase && azureFilesUrl(settings.apiBase, path, settings) },
});
