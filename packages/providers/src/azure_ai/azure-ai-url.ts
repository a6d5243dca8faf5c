import type { ProviderCall } from '../spec/call.ts';

/** Whether an address is a resource's, and not a deployment's own. */
export function isResourceOfAzure(apiBase: string): boolean {
  return URL.canParse(apiBase) && /\.(services\.ai|openai)\.azure\.com$/.test(new URL(apiBase).hostname);
}

/**
 * Where a call goes, after LiteLLM 1.110.2 (`llms/azure_ai/chat/transformation.py`): models of a resource lie under
 * `/models`, and an address that is whole already stays as it is. `path` is OpenAI's.
 */
export function azureAiUrl(apiBase: string, path: string, { settings }: ProviderCall): string {
  const url = new URL(apiBase);
  const folder = url.hostname.endsWith('.services.ai.azure.com') ? '/models' : '';
  const root = url.pathname.replace(/\/+$/, '');
  if (!root.endsWith(path)) url.pathname = `${root.endsWith('/models') ? root : root + folder}${path}`;
  const { apiVersion } = settings;
  if (apiVersion !== undefined && !url.searchParams.has('api-version')) url.searchParams.set('api-version', apiVersion);
  return url.href;
}
