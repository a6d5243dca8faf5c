import { defineOpenAiCompatible } from '../openai-wire/define-openai-compatible.ts';
import { isReasoningModel, prepareReasoningBody } from '../openai-wire/reasoning-models.ts';
import { azureAuthentication } from './azure-authentication.ts';
import { azureChatUrl } from './azure-chat-url.ts';

/** Azure OpenAI; the model's name is the deployment's. */
export const adapter = defineOpenAiCompatible({
  name: 'azure',
  title: 'Azure OpenAI',
  environment: {
    apiKey: ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY'],
    apiBase: ['AZURE_API_BASE'],
    apiVersion: ['AZURE_API_VERSION'],
  },
  keyRequired: true,
  defaultApiBase: undefined,
  knowsDeveloperRole: isReasoningModel,
  prepareBody: prepareReasoningBody,
  url: azureChatUrl,
  authentication: azureAuthentication,
});
