import type { HttpProviderAdapter } from '@showrunner/providers';
import type { Deployment } from '../../exchange/deployment/deployment.ts';

/** Who has responses of its own; nothing where the deployment is asked by a chat. */
export function vendorOfResponses({ adapter, settings, mockResponse }: Deployment): HttpProviderAdapter | undefined {
  if (adapter.transport !== 'http' || !adapter.responses || mockResponse !== undefined) return undefined;
  return settings.options?.use_chat_completions_api === true ? undefined : adapter;
}

/** Whether two deployments are of one account, which keeps the same responses. */
export function sharesAccount(one: Deployment, other: Deployment): boolean {
  const [a, b] = [one.settings, other.settings];
  return (
    one.adapter === other.adapter &&
    a.apiBase === b.apiBase &&
    a.apiKey === b.apiKey &&
    a.organization === b.organization
  );
}
