/** No receiver holds up a delivery for longer than this: the longest pause of Standard Webhooks' schedule. */
const LONGEST_MS = 86_400_000;

/** How long `Retry-After` asks to wait, by RFC 9110, 10.2.3: seconds, or a date. 0 where it asks for nothing. */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const text = header.trim();
  const asked = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(0, asked), LONGEST_MS);
}
