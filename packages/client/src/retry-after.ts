/** The longest that a call waits for a server by itself; who is told to come later decides themselves. */
export const LONGEST_WAIT_MS = 60_000;

/**
 * Milliseconds that `Retry-After` asks for (RFC 9110 §10.2.3), a fraction of a second too, as some servers send it.
 * Undefined where it says nothing that can be waited for: no number, no date, or a time before now.
 */
export function readRetryAfter(header: string | null, now: number = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  if (!/[a-z]/i.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) || instant < now ? undefined : instant - now;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** So that those who were sent away together do not come back together. */
const JITTER = 0.2;

/**
 * Milliseconds before the next try: what the server asked for, or twice as long as before, each with up to a fifth
 * more; a server that says 0 is asked at once.
 *
 * @param tries how many there were
 */
export function pauseBefore(tries: number, asked: number | undefined): number {
  if (asked === 0) return 0;
  const pause = asked ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return pause * (1 + Math.random() * JITTER);
}
