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

/** `3`, `3 days`: what operators write who mean days. */
const DAYS = /^(\d{1,6})( ?days?)?$/;

/**
 * For how long something is kept. A number alone, and days by their name, are days, and told; what is none at all is an
 * error, because rows would be kept for good by whoever wanted them deleted.
 */
export function readRetention(section: Section, key: string): number | undefined {
  const text = section.text(key);
  if (text === undefined) return undefined;
  const seconds = durationSeconds(text);
  if (seconds !== undefined) return seconds;
  const days = Number(DAYS.exec(text.trim())?.[1]);
  if (days > 0) {
    section.findings.warning(section.at(key), `is read as ${days} days`, `write ${days}d`);
    return durationSeconds(`${days}d`);
  }
  section.findings.error(
    section.at(key),
    'is no length of time: nothing would ever be deleted',
    'write a number above 0 and one of s, m, h, d, w and mo: 30d',
  );
  return undefined;
}
