import type { HttpMessages } from '@showrunner/providers';
import type { Deployment } from '../../exchange/deployment.ts';

/** How a deployment is asked in Anthropic's wire itself; nothing where it is asked by a chat. */
export function messagesOf({ adapter, vendorModel, mockResponse }: Deployment): HttpMessages | undefined {
  if (adapter.transport !== 'http' || mockResponse !== undefined) return undefined;
  const { messages } = adapter;
  return messages?.fits?.(vendorModel) === false ? undefined : messages;
}
