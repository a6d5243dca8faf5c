import type { Budget } from '../../exchange/deployment/deployment.ts';
import { readDuration } from './duration.ts';
import type { Section } from './section.ts';

/** A budget that no time renews: ten years. */
const WITHOUT_END_SECONDS = 10 * 365 * 86_400;

/** US dollars and for how long they are, by the first of the keys that is there; nothing where no sum is. */
export function readBudget(
  section: Section,
  sums: readonly string[],
  durations: readonly string[],
): Budget | undefined {
  const sum = sums.find((key) => section.has(key));
  const dollars = sum === undefined ? undefined : section.number(sum);
  if (dollars === undefined) return undefined;
  const duration = durations.find((key) => section.has(key));
  const seconds = duration === undefined ? undefined : readDuration(section, duration);
  return { dollars, seconds: seconds ?? WITHOUT_END_SECONDS };
}
