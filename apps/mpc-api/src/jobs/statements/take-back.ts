import { ErrorTypes } from '@showrunner/errors';
import type { DatabaseKind } from '@showrunner/store';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Waiting } from '../delivery/delivery.ts';
import { endJob } from './end-job.ts';
import type { JobEnds } from '../job-ends.ts';
import type { JobsDatabase } from '../schema.ts';

/** A job that kills its worker so often in one run kills the next one too (content-api.md, "Jobs and webhooks"). */
const MOST_DEATHS = 3;
/** Taken back in one transaction. */
const AT_ONCE = 50;

export interface Dead {
  readonly at: Date;
  /** Claims of this process: it knows better than its row whether they live. */
  readonly except: readonly string[];
}

/** Whether somebody is not heard of any more: a look that locks nothing. */
export async function hasDead(query: Kysely<JobsDatabase>, dead: Dead): Promise<boolean> {
  return (await deadClaims(query, dead).executeTakeFirst()) !== undefined;
}

/** Takes back what workers had that are not heard of any more, and ends what has killed too many of them. */
export async function takeBackDead(
  transaction: Transaction<JobsDatabase>,
  { kind, ends, ...dead }: Dead & { readonly kind: DatabaseKind; readonly ends: JobEnds },
): Promise<Waiting[]> {
  const { at } = dead;
  const claims = deadClaims(transaction, dead).limit(AT_ONCE);
  // One that is heard of at this moment is locked or locked out: what is read here holds until the end.
  const locked = kind === 'postgres' ? claims.forUpdate().skipLocked() : claims;
  const waiting: Waiting[] = [];
  for (const { id, claim, deaths, leaving, priority } of await locked.execute()) {
    const owned = { id, claim: claim ?? '' };
    if (leaving === 0 && deaths + 1 >= MOST_DEATHS) await endJob(transaction, owned, poisonOf(id), { at, ends });
    else if (await waitAgain(transaction, owned, leaving === 1)) waiting.push({ id, priority });
  }
  return waiting;
}

function deadClaims(query: Kysely<JobsDatabase>, { at, except }: Dead) {
  const dead = query
    .selectFrom('jobs')
    .select(['id', 'claim', 'deaths', 'leaving', 'priority'])
    .where('state', '=', sql.lit('running'))
    .where('lease_expires_at', '<', at.toISOString());
  return except.length > 0 ? dead.where('claim', 'not in', except) : dead;
}

/** A worker that was stopped made no attempt and died no death. */
async function waitAgain(
  transaction: Transaction<JobsDatabase>,
  { id, claim }: { id: string; claim: string },
  wasLeaving: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobs')
    .set({
      state: 'queued',
      claim: null,
      lease_expires_at: null,
      leaving: 0,
      ...(wasLeaving ? { attempts: sql<number>`attempts - 1` } : { deaths: sql<number>`deaths + 1` }),
    })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function poisonOf(id: string) {
  const error = ErrorTypes.INTERNAL_ERROR(`The job was taken up ${MOST_DEATHS} times, and each time its worker died.`, {
    reason: 'poison',
    retryable: false,
    job_id: id,
  });
  return { state: 'failed', error: error.toJSON().error } as const;
}
