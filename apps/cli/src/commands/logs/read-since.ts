const UNITS_MS = new Map([
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** A date or a moment of ISO 8601. The engine's own reader takes far more: `10` for an October of long ago. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A moment as ISO 8601 in UTC, from a span before `now` (`10m`) or a date; undefined for anything else. */
export function readSince(text: string, now: number): string | undefined {
  const [, amount, unit = ''] = /^(\d+)\s*([smhd])$/.exec(text.trim()) ?? [];
  const unitMs = UNITS_MS.get(unit);
  const moment = unitMs === undefined ? readDate(text.trim()) : now - Number(amount) * unitMs;
  const date = new Date(moment);
  // A span may reach back further than dates do.
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function readDate(text: string): number {
  return DATE.test(text) ? Date.parse(text) : Number.NaN;
}
