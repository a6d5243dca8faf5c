import { requestHeaders } from '../kit/request/request-headers.ts';
import type { ProviderCall } from '../spec/call.ts';

const API_VERSION = '2023-06-01';

const BETA = 'anthropic-beta';

/** The head of a request with its version, and the betas that deployment, caller and vendor ask for together. */
export function anthropicHeaders(
  call: ProviderCall,
  authentication: Readonly<Record<string, string>>,
  betas: readonly string[] = [],
): Record<string, string> {
  const { settings, callerHeaders } = call;
  const headers = requestHeaders(settings, {
    'anthropic-version': callerHeaders?.['anthropic-version'] ?? settings.apiVersion ?? API_VERSION,
    ...authentication,
  });
  const all = anthropicBetas(call, betas);
  if (all.length > 0) headers[BETA] = all.join(',');
  return headers;
}

/** The betas by name, each once. */
export function anthropicBetas({ settings, callerHeaders }: ProviderCall, more: readonly string[] = []): string[] {
  const own = Object.entries(settings.extraHeaders ?? {}).find(([name]) => name.toLowerCase() === BETA)?.[1];
  const names = [own, callerHeaders?.[BETA], ...more].flatMap((list) => list?.split(',') ?? []);
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
