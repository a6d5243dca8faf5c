import { durationSeconds } from '../../litellm/duration.ts';
import type { Section } from './section.ts';

/** A length of time such as `30d`, in seconds. One that cannot be read counts as not set, as in LiteLLM, and is told. */
export function readDuration(section: Section, key: string): number | undefined {
  const text = section.text(key);
  if (text === undefined) return undefined;
  const seconds = durationSeconds(text);
  if (seconds !== undefined) return seconds;
  section.findings.warning(
    section.at(key),
    'is no length of time, and so without effect',
    'write a number above 0 and one of s, m, h, d, w and mo: 30d',
  );
  return undefined;
}
