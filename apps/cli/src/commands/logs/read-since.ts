const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A moment as ISO 8601 in UTC, from a span before `now` (`10m`) or a date; undefined for anything else. */
export function readSince(text: string, now: number): string | undefined {
  const [, amount, unit] = /^(\d+)\s*([smhd])$/.exec(text.trim()) ?? [];
  const moment = unit ? now - Number(amount) * UNITS_MS[unit as keyof typeof UNITS_MS] : Date.parse(text);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
