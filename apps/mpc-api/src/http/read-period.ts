import { invalidInput } from '@showrunner/errors';

/** From the first instant to before the second, ISO 8601 in UTC with milliseconds; open where undefined. */
export interface Period {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** RFC 3339; the plus of an offset is a space in an address where it was not escaped. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(?:([Zz])|([+ -])(\d{2}):?(\d{2}))$/;
const ALLOWED = 'a date such as 2026-03-29, or an instant such as 2026-03-29T01:00:00+02:00';

/**
 * Reads the bounds of a period: dates are whole days of UTC, of which the last is included; an instant at the end is not.
 *
 * @throws ApiError 422 for what is neither, or where the end lies before the start
 */
export function readPeriod({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Period {
  const start = from === undefined ? undefined : instantOf(from, 'from');
  const end = to === undefined ? undefined : instantOf(to, 'to');
  if (start && end && end < start) throw refused('to', 'lies before from');
  if (end && to !== undefined && DATE.test(to)) end.setUTCDate(end.getUTCDate() + 1);
  return { from: start?.toISOString(), until: end?.toISOString() };
}

function instantOf(text: string, path: string): Date {
  const normal = DATE.test(text) ? `${text}T00:00:00Z` : withOffset(text);
  const instant = normal === undefined ? undefined : new Date(normal);
  if (!instant || Number.isNaN(instant.getTime()) || !exists(text)) throw refused(path, 'is no date and no instant');
  return instant;
}

/** As every engine reads it. */
function withOffset(text: string): string | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, date, minutes, seconds = ':00', zulu, sign, hours, rest] = match;
  const offset = zulu === undefined ? `${sign === '-' ? '-' : '+'}${hours}:${rest}` : 'Z';
  return `${date}T${minutes}${seconds}${offset}`;
}

/** JavaScript takes 30 February for 2 March. */
function exists(text: string): boolean {
  const date = text.slice(0, 10);
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function refused(path: string, reason: string): Error {
  return invalidInput([{ path, reason, allowed: ALLOWED }]);
}
