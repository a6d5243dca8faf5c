import type { Section } from './section.ts';

const DURATION = /^(\d+)(s|m|h|d|w|mo)$/;

/** LiteLLM's units (`litellm_core_utils/duration_parser.py`); a month is 30 days here. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 7 * 86_400,
  mo: 30 * 86_400,
};

/** A length of time such as `30d`, in seconds. One that cannot be read counts as not set, as in LiteLLM, and is told. */
export function readDuration(section: Section, key: string): number | undefined {
  const text = section.text(key);
  if (text === undefined) return undefined;
  const [, count, unit] = DURATION.exec(text) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit ?? ''] ?? Number.NaN);
  if (seconds > 0) return seconds;
  section.findings.warning(
    section.at(key),
    'is no length of time, and so without effect',
    'write a number above 0 and one of s, m, h, d, w and mo: 30d',
  );
  return undefined;
}
