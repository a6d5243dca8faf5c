import type { Caller } from '@showrunner/access';
import { ApiError, ErrorTypes, successResponse } from '@showrunner/errors';
import type { FastifyReply } from 'fastify';
import type { Admission } from '../admit/admit.ts';
import type { Composed } from '../drive/compose.ts';
import { newJobOf } from '../drive/work.ts';
import type { Job } from '../jobs/job.ts';
import { newId } from '../jobs/new-id.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import { waitForEnd } from '../jobs/wait-for-end.ts';
import type { Webhooks } from '../webhooks/open-webhooks.ts';
import { callable } from '../webhooks/send-on-request.ts';
import type { AnswerForm } from './answer-form.ts';
import { sendsAccepted } from './job-handlers.ts';
import { jobView } from './job-view.ts';

/** What accepting work stands on. */
export interface AcceptParts {
  readonly work: Pick<Jobs, 'queue' | 'store' | 'database' | 'bell'>;
  readonly retentionDays: number;
  readonly webhooks: Pick<Webhooks, 'guard'>;
  readonly admission: Pick<Admission, 'priorityOf'>;
}

/** Stores work for a worker, then answers with the job; where the caller waits a while, with its result if that is there. */
export async function acceptJob(
  composed: Composed,
  form: Extract<AnswerForm, { kind: 'job' | 'within' }>,
  { caller, reply }: { readonly caller: Caller; readonly reply: FastifyReply },
  { work, retentionDays, webhooks, admission }: AcceptParts,
): Promise<FastifyReply> {
  const { webhook_url: told } = composed.options;
  const webhookUrl = told === undefined ? null : callable(told, 'webhook_url', webhooks);
  const priority = await admission.priorityOf(caller);
  const job = newJobOf(composed, { id: newId('job'), priority, webhookUrl, batch: null });
  await work.queue.accept([job]);
  const applied = form.kind === 'within' ? `wait=${form.seconds}` : form.applied;
  if (applied !== undefined) void reply.header('preference-applied', applied);
  const isOver = form.kind === 'within' && (await isOverWithin(form.seconds, job.id, reply, work));
  const now = (await work.store.find(caller.workspace, job.id)) ?? gone(job.id);
  if (isOver) return sendEnd(now, composed, reply);
  sendsAccepted(reply, job.id);
  return reply.send(successResponse(jobView(now, retentionDays), 'Accepted.', { job_id: job.id }));
}

/** Whether a job ends in the time that its caller waits for it, who may leave before: the work goes on. */
async function isOverWithin(
  seconds: number,
  id: string,
  { raw }: FastifyReply,
  work: AcceptParts['work'],
): Promise<boolean> {
  const left = new AbortController();
  const leave = (): void => left.abort();
  raw.once('close', leave);
  const isOver = await waitForEnd(id, work, AbortSignal.any([AbortSignal.timeout(seconds * 1_000), left.signal]));
  raw.off('close', leave);
  return isOver;
}

/** What the plain request would have been answered with. */
function sendEnd({ state, result, meta, error, id }: Job, composed: Composed, reply: FastifyReply): FastifyReply {
  if (state === 'succeeded') {
    if (composed.revision) void reply.header('etag', `"${id}"`);
    return reply.send({ ...successResponse(result, `${composed.operation.title} generated.`), meta });
  }
  if (error !== null) throw errorOf(error);
  throw ErrorTypes.BAD_REQUEST('The job was cancelled.', { reason: 'cancelled', job_id: id }, { status: 409 });
}

function errorOf({ code, message, statusCode: status, timestamp, details }: NonNullable<Job['error']>): ApiError {
  return new ApiError(code, { message, status, timestamp, details });
}

function gone(id: string): never {
  throw ErrorTypes.NOT_FOUND('The job was removed meanwhile.', { id });
}
