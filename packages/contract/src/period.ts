import { z } from 'zod';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** RFC 3339; the plus of an offset is a space in an address where it was not escaped. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(?:([Zz])|([+ -])(\d{2}):?(\d{2}))$/;
const ALLOWED = 'a date such as 2026-03-29, or an instant such as 2026-03-29T01:00:00+02:00';

const DAY_MS = 86_400_000;
/** The last instant whose text has four digits for its year: times are kept, and compared, as texts. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Where a period begins: a day with its first instant. */
const from = z
  .string()
  .transform((text, context) => new Date(instantOf(text, context)))
  .describe(
    'A date in UTC (`2026-03-29`) or an instant (`2026-03-29T01:00:00+02:00`); from the first on where absent.',
  );

/** The first instant after a period: a day belongs to it as a whole, an instant does not. */
const to = z
  .string()
  .transform((text, context) => {
    const instant = instantOf(text, context) + (DATE.test(text) ? DAY_MS : 0);
    return new Date(Math.min(instant, LAST_MS));
  })
  .describe('A date, which is included, or an instant, which is not; to the last where absent.');

/** The bounds of a period in a query, each of which may be absent. */
export const period = { from: from.optional(), to: to.optional() };

/** Refuses a period that holds nothing: `z.object({ ...period }).superRefine(refuseBackwards)`. */
export function refuseBackwards(
  bounds: { readonly from?: Date | undefined; readonly to?: Date | undefined },
  context: z.RefinementCtx,
): void {
  if (bounds.from && bounds.to && bounds.to <= bounds.from)
    context.addIssue({
      code: 'custom',
      path: ['to'],
      message: 'does not lie after from',
      params: { allowed: 'the day of from or a later one, or a later instant' },
    });
}

/** In milliseconds since 1970. */
function instantOf(text: string, context: z.RefinementCtx): number {
  const normal = DATE.test(text) ? `${text}T00:00:00Z` : withOffset(text);
  const instant = normal === undefined ? Number.NaN : Date.parse(normal);
  if (!Number.isNaN(instant) && exists(text)) return instant;
  context.addIssue({ code: 'custom', message: 'is no date and no instant', params: { allowed: ALLOWED } });
  return z.NEVER;
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
