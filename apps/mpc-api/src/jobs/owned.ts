import type { ClaimedJob } from './job.ts';

/** A claim on a job, as every write of its worker names it. */
export type Owned = Pick<ClaimedJob, 'id' | 'claim'>;

/** The claim has ended: another worker has the job, or it was cancelled. What is written by it any more is refused. */
export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';

  constructor({ id }: Owned) {
    super(`The claim on ${id} has ended.`);
  }
}
