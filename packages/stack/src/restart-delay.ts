import type { RestartPolicy } from './service-definition.ts';

/** How many crashes make the row after one more, of a run of `ranMs`: a long run ends the row before it. */
export function countCrash({ stableAfterMs }: RestartPolicy, crashesInARow: number, ranMs: number): number {
  return ranMs >= stableAfterMs ? 1 : crashesInARow + 1;
}

/** How long to wait after the given crash of a row (1 is the first), or undefined when it is a crash loop. */
export function restartDelay(policy: RestartPolicy, crashesInARow: number): number | undefined {
  if (crashesInARow >= policy.maxCrashes) return undefined;
  return Math.min(policy.firstDelayMs * 2 ** (crashesInARow - 1), policy.maxDelayMs);
}
