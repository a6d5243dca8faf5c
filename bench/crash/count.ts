/** A job as it is in the end. */
export interface Ended {
  readonly id: string;
  readonly state: string;
  /** One more with each retry. */
  readonly run: number;
  /** The names of all its events. */
  readonly events: readonly string[];
}

/** What was seen from outside. */
export interface Seen {
  /** Answered with 202. */
  readonly accepted: readonly string[];
  /** All that the API has. */
  readonly jobs: readonly Ended[];
  readonly kills: number;
  /** Questions that the provider got, and how many a job needs where nothing happens to it. */
  readonly asks: number;
  readonly asksOfOne: number;
  /** The job and the `webhook-id` of each call that the receiver got. */
  readonly told: readonly { readonly job: string; readonly id: string }[];
}

/** What a run of kills has left. */
export interface Figures {
  readonly accepted: number;
  /** Distinct ids of jobs that succeeded, among them those whose 202 was lost with its process. */
  readonly succeeded: number;
  readonly kills: number;
  /** Accepted and without a result. */
  readonly lost: number;
  /** With more than one start or result in a run. */
  readonly duplicated: number;
  readonly asks: number;
  /** Questions that the provider got more often than the jobs need. */
  readonly repeated: number;
  /** Jobs of which the receiver was not told under one `webhook-id` for each run. */
  readonly untold: number;
  /** Jobs that three kills have met; they were gone on with by a retry. */
  readonly poisoned: number;
  /** Calls that came again with the same `webhook-id`, which is allowed. */
  readonly toldAgain: number;
}

export function count({ accepted, jobs, kills, asks, asksOfOne, told }: Seen): Figures {
  const succeeded = new Set(jobs.filter(({ state }) => state === 'succeeded').map(({ id }) => id));
  const calls = Map.groupBy(told, ({ job }) => job);
  const namesOf = (id: string) => new Set(calls.get(id)?.map((call) => call.id)).size;
  return {
    accepted: new Set(accepted).size,
    succeeded: succeeded.size,
    kills,
    lost: accepted.filter((id) => !succeeded.has(id)).length,
    duplicated: jobs.filter((job) => often(job, 'result') > 1 || often(job, 'start') > job.run).length,
    asks,
    repeated: asks - jobs.length * asksOfOne,
    untold: jobs.filter(({ id, run }) => namesOf(id) !== run).length,
    poisoned: jobs.filter(({ run }) => run > 1).length,
    toldAgain: told.length - new Set(told.map(({ id }) => id)).size,
  };
}

/** What must not be, as sentences. A kill may repeat the one question that was under way. */
export function broken({ lost, duplicated, repeated, untold, kills }: Figures): string[] {
  return [
    ...(lost > 0 ? [`${lost} jobs were accepted and have no result`] : []),
    ...(duplicated > 0 ? [`${duplicated} jobs have two starts or results`] : []),
    ...(untold > 0 ? [`of ${untold} jobs the receiver was not told once a run`] : []),
    ...(repeated > kills ? [`${repeated} questions were repeated, by ${kills} kills`] : []),
    ...(repeated < 0 ? [`${-repeated} questions fewer than the jobs need`] : []),
  ];
}

function often({ events }: Ended, name: string): number {
  return events.filter((event) => event === name).length;
}
