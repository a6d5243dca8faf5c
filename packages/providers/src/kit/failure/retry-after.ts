/** No wait that a vendor asks for is taken for longer than this; a caller's deadline is shorter anyway. */
export const MAX_RETRY_AFTER_SECONDS = 3600;

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Seconds to wait, from `retry-after-ms` (OpenAI, Azure) or `Retry-After` as seconds or as a date (RFC 9110 §10.2.3).
 * Nothing where the vendor sent none or nonsense.
 */
export function readRetryAfter(headers: ResponseHeaders, now: number = Date.now()): number | undefined {
  const milliseconds = Number.parseFloat(headerValue(headers, 'retry-after-ms') ?? '');
  if (milliseconds >= 0) return capped(milliseconds / 1000);
  const value = headerValue(headers, 'retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return capped(Number(value));
  // A date names its weekday first; Date.parse would read "-1" as a year.
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : capped(Math.max(0, (date - now) / 1000));
}

function headerValue(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function capped(seconds: number): number {
  return Math.min(Math.ceil(seconds), MAX_RETRY_AFTER_SECONDS);
}
