import type { Job as JobView, JobSummary as JobSummaryView } from '@showrunner/contract';
import type { Job, JobSummary } from '../../jobs/job.ts';

const DAY_MS = 86_400_000;

/** A job as callers see it; what has not ended has no result. */
export function jobView(job: Job, retentionDays: number): JobView {
  return { ...jobSummaryView(job, retentionDays), input: job.input, result: job.result, partial: job.partial };
}

export function jobSummaryView(job: JobSummary, retentionDays: number): JobSummaryView {
  return {
    id: job.id,
    recipe: job.recipe,
    state: job.state,
    run: job.run,
    attempts: job.attempts,
    progress: job.progress,
    missing: [...job.missing],
    meta: job.meta,
    error: job.error,
    client_ref: job.clientRef,
    label: job.label,
    kept: job.kept,
    choices: job.choices === null ? null : { ...job.choices },
    revision_of: job.revisionOf,
    root: job.root,
    created_at: job.createdAt,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
    expires_at: expiresAt(job, retentionDays),
  };
}

function expiresAt({ finishedAt, kept }: JobSummary, retentionDays: number): string | null {
  if (kept || finishedAt === null) return null;
  return new Date(Date.parse(finishedAt) + retentionDays * DAY_MS).toISOString();
}
