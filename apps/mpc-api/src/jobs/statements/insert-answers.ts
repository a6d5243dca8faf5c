import type { Kysely } from 'kysely';
import type { StoredAnswer } from '../job.ts';
import type { JobsDatabase } from '../schema.ts';

/** What came of an effect first is what came of it. */
export async function insertAnswers(
  query: Kysely<JobsDatabase>,
  jobId: string,
  answers: readonly StoredAnswer[],
): Promise<void> {
  await query
    .insertInto('job_answers')
    .values(answers.map((answer) => ({ job_id: jobId, ...answer })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
