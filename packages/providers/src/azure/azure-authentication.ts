import type { ProviderCall } from '../spec/call.ts';

/** An Entra ID token (`azure_ad_token`) where the deployment has one, else the resource's key. */
export function azureAuthentication({ settings }: ProviderCall): Record<string, string> {
  const token = settings.options?.azure_ad_token;
  if (typeof token === 'string' && token !== '') return { authorization: `Bearer ${token}` };
  return settings.apiKey === undefined ? {} : { 'api-key': settings.apiKey };
}
