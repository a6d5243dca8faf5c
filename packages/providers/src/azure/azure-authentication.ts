import type { ProviderCall, ProviderSettings } from '../spec/call.ts';

/** What proves who calls, in a call. */
export function azureAuthentication({ settings }: ProviderCall): Record<string, string> {
  return azureKey(settings);
}

/** An Entra ID token (`azure_ad_token`) where the deployment has one, else the resource's key. */
export function azureKey(settings: ProviderSettings): Record<string, string> {
  const token = settings.options?.azure_ad_token;
  if (typeof token === 'string' && token !== '') return { authorization: `Bearer ${token}` };
  return settings.apiKey === undefined ? {} : { 'api-key': settings.apiKey };
}
