import { sql, type Selectable, type Transaction } from 'kysely';
import { objectOf, textOf } from '../../json-members.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';
import { wordsOf } from './words.ts';

/** What its owner may say of a job; what is left out stays, null takes it away. */
export interface JobChanges {
  readonly kept?: boolean | undefined;
  readonly label?: string | null | undefined;
  readonly choices?: Readonly<Record<string, number>> | null | undefined;
}

/** Keeps a job, names it, or notes what was chosen of it. */
export async function changeJob(
  transaction: Transaction<JobsDatabase>,
  job: Selectable<JobsTable>,
  { kept, label, choices }: JobChanges,
): Promise<void> {
  const named = label === undefined ? job.label : label;
  await transaction
    .updateTable('jobs')
    .set({
      sequence: sql<number>`sequence + 1`,
      label: named,
      searched: wordsOf(JSON.parse(job.input), titleOf(job.result), named),
      ...(kept === undefined ? {} : { kept: Number(kept) }),
      ...(choices === undefined ? {} : { choices: choices === null ? null : JSON.stringify(choices) }),
    })
    .where('id', '=', job.id)
    .execute();
}

function titleOf(result: string | null): string | undefined {
  return result === null ? undefined : textOf(objectOf(JSON.parse(result))?.title);
}
