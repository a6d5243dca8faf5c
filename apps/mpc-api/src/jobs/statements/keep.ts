import type { Transaction } from 'kysely';
import { appendEvents } from '../events/append-events.ts';
import { jobRow, resultRows } from './job-rows.ts';
import type { AnsweredJob } from '../job.ts';
import { insertAnswers } from './insert-answers.ts';
import type { JobsDatabase } from '../schema.ts';

/** Keeps answered requests as jobs that have ended, in the place of those that they replace. */
export async function insertAnswered(
  transaction: Transaction<JobsDatabase>,
  jobs: readonly AnsweredJob[],
): Promise<void> {
  const results = jobs.flatMap(resultRows);
  await transaction.insertInto('jobs').values(jobs.map(jobRow)).execute();
  if (results.length > 0) await transaction.insertInto('job_results').values(results).execute();
  for (const { id, unfinished } of jobs)
    if (unfinished !== null && unfinished.answers.length > 0) await insertAnswers(transaction, id, unfinished.answers);
  const replaced = new Set(jobs.flatMap(({ replaces }) => replaces ?? []));
  if (replaced.size > 0)
    await transaction
      .deleteFrom('jobs')
      .where('id', 'in', [...replaced])
      .execute();
  const stay = jobs.filter(({ id }) => !replaced.has(id));
  await appendEvents(transaction, stay.map(lastEvent), new Date());
}

function lastEvent({ id, workspace, outcome }: AnsweredJob) {
  const about = { jobId: id, workspace, run: 1 };
  return outcome.state === 'succeeded'
    ? { ...about, name: 'result', data: null }
    : { ...about, name: 'failed', data: JSON.stringify({ error: outcome.error }) };
}
