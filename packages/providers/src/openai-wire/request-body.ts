import type { JsonObject } from '../kit/json.ts';
import type { ProviderCall } from '../spec/call.ts';

/** What callers send for the gateway's own use (spend logs, tags); LiteLLM does not send it on either. */
const GATEWAY_MEMBER = 'metadata';

/** A request for the vendor's own model, as a copy to change. A null means "not set"; several vendors refuse it with 400 or 422. */
export function requestBody({ request, model }: ProviderCall<Readonly<Record<string, unknown>>>): JsonObject {
  const body: JsonObject = { ...request, model };
  for (const member of Object.keys(body)) {
    if (body[member] === null || member === GATEWAY_MEMBER) body[member] = undefined;
  }
  return body;
}

/** The first name wins where the request holds both. */
export function rename(body: JsonObject, from: string, to: string): void {
  if (body[from] === undefined) return;
  body[to] ??= body[from];
  body[from] = undefined;
}
