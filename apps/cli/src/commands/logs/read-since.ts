const UNITS_MS = new Map([
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** A moment as ISO 8601 in UTC, from a span before `now` (`10m`) or a date; undefined for anything else. */
export function readSince(text: string, now: number): string | undefined {
  const [, amount, unit = ''] = /^(\d+)\s*([smhd])$/.exec(text.trim()) ?? [];
  const unitMs = UNITS_MS.get(unit);
  const moment = unitMs === undefined ? Date.parse(text) : now - Number(amount) * unitMs;
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
