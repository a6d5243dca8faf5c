import { sql, type Transaction } from 'kysely';
import type { Alive } from './heartbeat.ts';
import type { JobsDatabase } from '../schema.ts';

/** Where it goes on waiting, with the place in the order that it had. */
const waitingAgain = { state: 'queued', claim: null, lease_expires_at: null, leaving: 0 } as const;

/** Gives a job back that a worker cannot finish because it stops: that was no attempt. True unless the claim had ended. */
export async function giveBack(transaction: Transaction<JobsDatabase>, job: Alive): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobs')
    .set({ ...waitingAgain, attempts: sql<number>`attempts - 1`, spent_ms: Math.round(job.spentMs) })
    .where('id', '=', job.id)
    .where('claim', '=', job.claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives a job back after a fault that may pass, not to be taken before a time. True unless the claim had ended. */
export async function postpone(transaction: Transaction<JobsDatabase>, job: Alive, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobs')
    .set({
      ...waitingAgain,
      run_after: until.toISOString(),
      faults: sql<number>`faults + 1`,
      spent_ms: Math.round(job.spentMs),
    })
    .where('id', '=', job.id)
    .where('claim', '=', job.claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
