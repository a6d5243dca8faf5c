import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Job } from '@showrunner/client';
import { ApiError } from '@showrunner/errors';
import { hasEnded } from './follow-job.ts';

type JobError = NonNullable<Job['error']>;

/** What a tool gives, as data and as the same in text for clients that show only that. */
export function given(content: Readonly<Record<string, unknown>>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: { ...content } };
}

/** What came of a tool that writes: its result, that it goes on, or an error that says what to do. */
export function resultOfWriting(job: Job): CallToolResult {
  if (job.state === 'succeeded')
    return given({ job_id: job.id, state: job.state, result: job.result, ...figuresOf(job) });
  if (!hasEnded(job)) return given({ job_id: job.id, state: job.state, next: whatNext(job) });
  if (job.error === null) return failed(`The job ${job.id} was ${job.state}. Call the tool again to have it written.`);
  return failed(wordsOf(job.error, job.id));
}

/** A job as it is, whatever it is. */
export function resultOfLooking(job: Job): CallToolResult {
  const { id, recipe, state, progress, result, partial, error } = job;
  return given({
    job_id: id,
    recipe,
    state,
    progress,
    ...(result === null ? {} : { result, ...figuresOf(job) }),
    ...(partial === null ? {} : { partial }),
    ...(error === null ? {} : { error: wordsOf(error, id) }),
    ...(hasEnded(job) ? {} : { next: whatNext(job) }),
  });
}

/** What went wrong before there was a job: an answer for the agent, who can put it right, and not for its program. */
export function resultOfError(error: unknown): CallToolResult {
  if (!ApiError.isInstance(error)) throw error;
  return failed(wordsOf(error));
}

function failed(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

function whatNext({ id }: Job): string {
  return `It goes on. Call get_job with {"job_id": "${id}"}: that waits for the result, as often as needed, and costs nothing more.`;
}

function figuresOf({ meta }: Job) {
  const { model, cost_usd, checks } = (meta ?? {}) as {
    readonly model?: string | null;
    readonly cost_usd?: number | null;
    readonly checks?: readonly { readonly ok: boolean; readonly message: string }[];
  };
  return {
    ...(typeof model === 'string' ? { model } : {}),
    ...(typeof cost_usd === 'number' ? { cost_usd } : {}),
    findings: (checks ?? []).filter(({ ok }) => !ok).map(({ message }) => message),
  };
}

/** The sentence, what is wrong with which member, and what can be done. */
function wordsOf(error: Pick<ApiError | JobError, 'code' | 'message' | 'details'>, jobId?: string): string {
  const { issues = [], retryable } = error.details as {
    readonly issues?: readonly { readonly path: string; readonly reason: string; readonly allowed: string | null }[];
    readonly retryable?: boolean;
  };
  return [
    `${error.code}: ${error.message}`,
    ...issues.map(
      ({ path, reason, allowed }) => `${path}: ${reason}${allowed === null ? '' : `; allowed: ${allowed}`}`,
    ),
    ...(jobId === undefined ? [] : [`job_id: ${jobId}`]),
    adviceFor(error.code, retryable === true),
  ].join('\n');
}

function adviceFor(code: string, isRetryable: boolean): string {
  switch (code) {
    case 'BAD_REQUEST':
    case 'VALIDATION_ERROR':
      return 'Put these arguments right and call the tool again.';
    case 'UNAUTHORIZED':
    case 'FORBIDDEN':
      return 'The key of this connection may not do that; its owner has to give another one.';
    case 'NOT_FOUND':
      return 'Look up the id again; only what this workspace made is found.';
    case 'GENERATION_FAILED':
      return 'Ask for less or in other words, or name a larger model.';
    default:
      return isRetryable
        ? 'Call the tool again with the same arguments a little later: it goes on from what there is.'
        : 'Calling again will not help until its operator has put that right.';
  }
}
