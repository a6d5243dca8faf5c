import type { Kysely, Selectable } from 'kysely';
import { jobOf } from './job-rows.ts';
import type { Job } from '../job.ts';
import type { JobsDatabase, JobsTable } from '../schema.ts';

export async function findJob(query: Kysely<JobsDatabase>, workspace: string, id: string): Promise<Job | undefined> {
  const row = await findRow(query, workspace, id);
  return row && jobOf(row);
}

export function findRow(
  query: Kysely<JobsDatabase>,
  workspace: string,
  id: string,
): Promise<Selectable<JobsTable> | undefined> {
  return query
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', id)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
}

/** Where a result with an id of its own stands. */
export interface ResultPlace {
  readonly jobId: string;
  readonly position: number;
}

/** The job that made a result, and the result's place among its variants. */
export async function findPlace(
  query: Kysely<JobsDatabase>,
  workspace: string,
  id: string,
): Promise<ResultPlace | undefined> {
  const row = await query
    .selectFrom('job_results')
    .select(['job_id', 'position'])
    .where('id', '=', id)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row && { jobId: row.job_id, position: row.position };
}

/** The newest job of a chain of revisions, by its first one. Ids rise with time; a revision that failed is none. */
export async function findNewest(query: Kysely<JobsDatabase>, workspace: string, root: string): Promise<string> {
  const row = await query
    .selectFrom('jobs')
    .select('id')
    .where('root', '=', root)
    .where('workspace', '=', workspace)
    .where('state', '=', 'succeeded')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? root;
}

/** The jobs of a key that have not ended. */
export async function findAlive(
  query: Kysely<JobsDatabase>,
  keyId: string,
): Promise<Pick<Selectable<JobsTable>, 'workspace' | 'id'>[]> {
  return query
    .selectFrom('jobs')
    .select(['workspace', 'id'])
    .where('key_id', '=', keyId)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}
