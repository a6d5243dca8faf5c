import type { JobState } from '@showrunner/contract';
import { sql, type Kysely } from 'kysely';
import { SUMMARY_COLUMNS, summaryOf } from './job-rows.ts';
import type { JobSummary } from '../job.ts';
import type { JobsDatabase } from '../schema.ts';
import { searchable } from './words.ts';

/** Which jobs are wanted, and from where in the list on. */
export interface JobsWanted {
  /** Words that all stand in prompt, title or label. */
  readonly q?: string | undefined;
  readonly state?: JobState | undefined;
  readonly recipe?: string | undefined;
  /** When they were accepted, the beginning included and the end not. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** The first job of a chain of revisions, which is one of them. */
  readonly root?: string | undefined;
  readonly kept?: boolean | undefined;
  readonly limit: number;
  /** The last id of the page before. */
  readonly before?: string | undefined;
}

/** More words find nothing that fewer would not. */
const MOST_WORDS = 20;

/** The jobs of a workspace, newest first: ids rise with time, so that a page follows another while rows come and go. */
export async function listJobs(
  query: Kysely<JobsDatabase>,
  workspace: string,
  wanted: JobsWanted,
): Promise<JobSummary[]> {
  const { q, state, recipe, from, to, root, kept, limit, before } = wanted;
  let jobs = query.selectFrom('jobs').select(SUMMARY_COLUMNS).where('workspace', '=', workspace);
  if (before !== undefined) jobs = jobs.where('id', '<', before);
  if (state !== undefined) jobs = jobs.where('state', '=', state);
  if (recipe !== undefined) jobs = jobs.where('recipe', '=', recipe);
  if (from !== undefined) jobs = jobs.where('created_at', '>=', from.toISOString());
  if (to !== undefined) jobs = jobs.where('created_at', '<', to.toISOString());
  if (root !== undefined) jobs = jobs.where((eb) => eb.or([eb('root', '=', root), eb('id', '=', root)]));
  if (kept !== undefined) jobs = jobs.where('kept', '=', Number(kept));
  for (const word of searchable(q ?? '')
    .split(/\s+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS))
    jobs = jobs.where(sql<boolean>`searched LIKE ${`%${literally(word)}%`} ESCAPE '!'`);
  const rows = await jobs.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(summaryOf);
}

/** A word as `LIKE` takes it for itself. */
function literally(word: string): string {
  return word.replace(/[!%_]/g, '!$&');
}
