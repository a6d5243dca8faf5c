import type { RecordedRequest } from '@showrunner/testkit';

/** What a run of kills has left. */
export interface Figures {
  readonly accepted: number;
  readonly kills: number;
  /** Accepted and without a result. */
  readonly lost: number;
  /** With more than one start or result in their run. */
  readonly duplicated: number;
  readonly asks: number;
  /** Asks that the provider got more often than the jobs need; those under way at a kill are asked again. */
  readonly repeated: number;
}

/** Asks of one package: the script, the thumbnail and the metadata. */
const ASKS_A_JOB = 3;

/** @param jobs the event streams of all accepted jobs, as text */
export function count(jobs: readonly string[], asks: readonly RecordedRequest[], kills: number): Figures {
  const often = (events: string, name: string) => events.split(`event: ${name}\n`).length - 1;
  return {
    accepted: jobs.length,
    kills,
    lost: jobs.filter((events) => often(events, 'result') === 0).length,
    duplicated: jobs.filter((events) => often(events, 'result') > 1 || often(events, 'start') > 1).length,
    asks: asks.length,
    repeated: asks.length - jobs.length * ASKS_A_JOB,
  };
}
