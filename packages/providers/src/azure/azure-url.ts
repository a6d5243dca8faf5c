import type { ProviderCall, ProviderSettings } from '../spec/call.ts';

/** LiteLLM 1.90.0's default; a deployment names its own as `api_version`. */
const DEFAULT_API_VERSION = '2025-02-01-preview';

/** LiteLLM's `o_series/NAME` and `gpt5_series/NAME` say of which kind the deployment NAME is. */
export function azureDeployment(model: string): string {
  return model.replace(/^(o_series|gpt5_series)\//, '');
}

/**
 * `{resource}/openai/deployments/{deployment}{path}?api-version=…`, or, for the versions without a date (`v1`,
 * `latest`, `preview`), the newer `{resource}/openai/v1{path}` (Microsoft Learn, "Azure OpenAI API version lifecycle",
 * 2026). `path` is OpenAI's, for example `/chat/completions`.
 */
export function azureUrl(apiBase: string, path: string, { model, settings }: ProviderCall): string {
  return resourceUrl(apiBase, path, settings, `/deployments/${encodeURIComponent(azureDeployment(model))}`);
}

/** The same of what belongs to the resource and to no deployment: `{resource}/openai/files?api-version=…`. */
export function azureFilesUrl(apiBase: string, path: string, settings: ProviderSettings): string {
  return resourceUrl(apiBase, path, settings, '');
}

function resourceUrl(apiBase: string, path: string, { apiVersion }: ProviderSettings, deployment: string): string {
  const version = apiVersion ?? DEFAULT_API_VERSION;
  const resource = apiBase.replace(/\/openai(\/v1)?\/?$/, '').replace(/\/+$/, '');
  if (!/^\d/.test(version)) {
    return `${resource}/openai/v1${path}${version === 'preview' ? '?api-version=preview' : ''}`;
  }
  return `${resource}/openai${deployment}${path}?api-version=${encodeURIComponent(version)}`;
}
