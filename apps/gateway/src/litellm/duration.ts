const DURATION = /^(\d{1,9})(s|m|h|d|w|mo)$/;

/** LiteLLM's units (`litellm_core_utils/duration_parser.py`); a month counts as 30 days where nobody looks at a calendar. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 7 * 86_400,
  mo: 30 * 86_400,
};

/** A length of time in its two parts: `30d`. */
export interface Duration {
  readonly count: number;
  readonly unit: string;
}

/** Nothing where it is none, or no longer than nothing. */
export function readDurationParts(text: unknown): Duration | undefined {
  if (typeof text !== 'string') return undefined;
  const [, count, unit = ''] = DURATION.exec(text) ?? [];
  return Number(count) > 0 ? { count: Number(count), unit } : undefined;
}

/** A length of time in seconds. */
export function durationSeconds(text: unknown): number | undefined {
  const duration = readDurationParts(text);
  return duration && duration.count * (UNIT_SECONDS[duration.unit] ?? Number.NaN);
}
