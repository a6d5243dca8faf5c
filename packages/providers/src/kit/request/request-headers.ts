import type { ProviderSettings } from '../../spec/call.ts';

/**
 * The headers of an upstream JSON request. `identity`, because the gateway reads usage out of the bytes as they pass
 * and hands the bytes on; the deployment's own headers win, whatever case they are written in.
 */
export function requestHeaders(
  settings: ProviderSettings,
  vendorHeaders: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    ...vendorHeaders,
  };
  if (settings.extraHeaders === undefined) return headers;
  for (const [name, value] of Object.entries(settings.extraHeaders)) headers[name.toLowerCase()] = value;
  return headers;
}

export function withoutTrailingSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end--;
  return url.slice(0, end);
}
