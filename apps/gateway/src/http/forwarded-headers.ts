import type { IncomingHttpHeaders } from 'node:http';
import { vendorKeyHeaders } from '../exchange/asked/vendor-keys.ts';
import type { Serving } from '../serving/serving.ts';

/**
 * Headers of a caller that go on to the vendor, where the operator wants it: those that begin with `x-`, but for what
 * OpenAI's packages say of themselves (LiteLLM 1.108.7, `_get_forwardable_headers`), and never a key.
 */
export function forwardedHeaders(
  { config: { clientHeaders }, callers }: Serving,
  model: string,
  headers: IncomingHttpHeaders,
): Readonly<Record<string, string>> | undefined {
  if (clientHeaders === undefined) return undefined;
  if (clientHeaders.models?.some((pattern) => pattern.test(model)) === false) return undefined;
  const forwarded: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('x-') || name.startsWith('x-stainless') || typeof value !== 'string') continue;
    if (!vendorKeyHeaders.has(name) && !callers.keyHeaderNames.includes(name)) forwarded[name] = value;
  }
  return forwarded;
}
