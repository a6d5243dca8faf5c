import { chatByResponses, type HttpChat, type HttpProviderAdapter } from '@showrunner/providers';

const made = new WeakMap<HttpProviderAdapter, HttpChat>();

/** Chat of a vendor through its responses. Throws nothing for a vendor that has them. */
export function responsesChatOf(adapter: HttpProviderAdapter): HttpChat | undefined {
  if (!adapter.responses) return undefined;
  const known = made.get(adapter) ?? chatByResponses(adapter, adapter.responses);
  made.set(adapter, known);
  return known;
}
