import { createHash } from 'node:crypto';
import { keptToken, tokenForForm } from '../kit/request/access-token.ts';
import { unauthorised } from '../kit/failure/failures.ts';
import { asString, isJsonObject, type JsonObject } from '../kit/json.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderCall, ProviderSettings } from '../spec/call.ts';

/** The date of the API's version where nobody says one (LiteLLM's, 1.108.7: `WATSONX_DEFAULT_API_VERSION`). */
const VERSION = '2024-03-13';
const TOKEN_URL = 'https://iam.cloud.ibm.com/identity/token';
const KEY_GRANT = 'urn:ibm:params:oauth:grant-type:apikey';
const DEPLOYMENT = 'deployment/';

/**
 * IBM watsonx.ai (cloud.ibm.com/apidocs/watsonx-ai, "Text chat", 2026-11): OpenAI's wire at addresses of its own. A key is
 * changed for a token that ends (IBM Cloud IAM, "Generating an IAM token by using an API key").
 */
export const vendor = defineOpenAiVendor({
  name: 'watsonx',
  title: 'IBM watsonx.ai',
  environment: {
    apiKey: ['WATSONX_APIKEY', 'WATSONX_API_KEY', 'WX_API_KEY'],
    apiBase: ['WATSONX_API_BASE', 'WATSONX_URL', 'WX_URL', 'WML_URL'],
  },
  options: [
    { name: 'project_id', variables: ['WATSONX_PROJECT_ID', 'WX_PROJECT_ID', 'PROJECT_ID'], isSecret: false },
    {
      name: 'space_id',
      variables: ['WATSONX_DEPLOYMENT_SPACE_ID', 'WATSONX_SPACE_ID', 'WX_SPACE_ID', 'SPACE_ID'],
      isSecret: false,
    },
    { name: 'watsonx_project', variables: [], isSecret: false },
    { name: 'token', variables: ['WATSONX_TOKEN'], isSecret: true },
    { name: 'zen_api_key', variables: ['WATSONX_ZENAPIKEY'], isSecret: true },
    { name: 'watsonx_iam_url', variables: ['WATSONX_IAM_URL'], isSecret: false },
  ],
  keyRequired: false,
  defaultApiBase: undefined,
  url: (apiBase, path, call) =>
    `${apiBase}/ml/v1/${placeOf(path, call)}?version=${call.settings.apiVersion ?? VERSION}`,
  async authorise(request, { settings }) {
    return { ...request, headers: { ...request.headers, authorization: await proofOf(settings) } };
  },
});

/** Who pays, and which model; a deployment says both by its name. */
export function watsonxScope({ model, settings: { options } }: ProviderCall): JsonObject {
  if (isDeployment(model)) return {};
  const project = asString(options?.project_id) || asString(options?.watsonx_project);
  const space = asString(options?.space_id);
  return { model_id: model, ...(project ? { project_id: project } : space && { space_id: space }) };
}

/** OpenAI's path, below the version of the API. */
function placeOf(path: string, { model, request }: ProviderCall): string {
  if (path === '/embeddings') return 'text/embeddings';
  const chat = isJsonObject(request) && request.stream === true ? 'text/chat_stream' : 'text/chat';
  if (!isDeployment(model)) return chat;
  return `deployments/${encodeURIComponent(model.slice(DEPLOYMENT.length))}/${chat}`;
}

function isDeployment(model: string): boolean {
  return model.startsWith(DEPLOYMENT);
}

/** Rejects with a `ProviderError`. */
async function proofOf({ apiKey, options }: ProviderSettings): Promise<string> {
  const [token, zenKey] = [asString(options?.token), asString(options?.zen_api_key)];
  if (token) return `Bearer ${token}`;
  if (zenKey) return `ZenApiKey ${zenKey}`;
  if (apiKey === undefined) throw unauthorised(vendor, new Error('api_key, WATSONX_APIKEY or WATSONX_TOKEN is needed'));
  const url = asString(options?.watsonx_iam_url) || TOKEN_URL;
  const identity = `watsonx ${createHash('sha256').update(`${url} ${apiKey}`).digest('base64')}`;
  try {
    const form = { grant_type: KEY_GRANT, apikey: apiKey };
    return `Bearer ${await keptToken(identity, () => tokenForForm({ whose: 'IBM Cloud', url, form }))}`;
  } catch (error) {
    throw unauthorised(vendor, error);
  }
}
