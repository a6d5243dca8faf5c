import type { Caller } from '@showrunner/access';
import { ApiError, ErrorTypes, successResponse } from '@showrunner/errors';
import type { FastifyReply } from 'fastify';
import type { Admission } from '../../admit/admit.ts';
import type { Composed } from '../../drive/compose/compose.ts';
import { newJobOf } from '../../drive/job-work.ts';
import type { BesideOf } from '../../jobs/held-database.ts';
import type { Job, NewJob } from '../../jobs/job.ts';
import { newId } from '../../jobs/new-id.ts';
import type { Jobs } from '../../jobs/open-jobs.ts';
import type { JsonMembers } from '../../json-members.ts';
import { waitForEnd } from '../../jobs/events/wait-for-end.ts';
import type { Webhooks } from '../../webhooks/open-webhooks.ts';
import { callable } from '../../webhooks/send-on-request.ts';
import type { AnswerForm } from './answer-form.ts';
import { jobEnvelope } from '../jobs/job-envelope.ts';
import { sendsAccepted } from '../jobs/job-handlers.ts';
import { jobView } from '../jobs/job-view.ts';

/** What accepting work stands on. */
export interface AcceptParts {
  readonly work: Pick<Jobs, 'queue' | 'store' | 'database' | 'bell'>;
  readonly retentionDays: number;
  readonly webhooks: Pick<Webhooks, 'guard'>;
  readonly admission: Pick<Admission, 'priorityOf'>;
}

/** The forms in which a job is told of while it goes on. */
export type AcceptedForm = Extract<AnswerForm, { kind: 'job' | 'within' }>;

/** A composed request as work that can be accepted: under the key's priority, told to an address that may be called. */
export async function acceptable(
  composed: Composed,
  caller: Caller,
  { webhooks, admission }: AcceptParts,
): Promise<NewJob> {
  const { webhook_url: told } = composed.options;
  const webhookUrl = told === undefined ? null : callable(told, 'webhook_url', webhooks);
  const priority = await admission.priorityOf(caller);
  return newJobOf(composed, { id: newId('job'), priority, webhookUrl, batch: null });
}

/** For whom work is accepted, and what is noted with it. */
export interface Accepting {
  readonly caller: Caller;
  readonly reply: FastifyReply;
  readonly note?: BesideOf<NewJob>;
}

/** Stores work for a worker, then answers with the job; where the caller waits a while, with its result if that is there. */
export async function acceptJob(
  composed: Composed,
  form: AcceptedForm,
  { caller, reply, note }: Accepting,
  parts: AcceptParts,
): Promise<FastifyReply> {
  const job = await acceptable(composed, caller, parts);
  await parts.work.queue.accept([job], note?.(job));
  return answerAccepted(job, form, reply, parts);
}

/** Answers with a job that is stored, or with what came of it where the caller waits for that and it is there in time. */
export async function answerAccepted(
  { id, workspace }: Pick<Job, 'id' | 'workspace'>,
  form: AcceptedForm,
  reply: FastifyReply,
  { work, retentionDays }: Pick<AcceptParts, 'work' | 'retentionDays'>,
): Promise<FastifyReply> {
  const applied = form.kind === 'within' ? `wait=${form.seconds}` : form.applied;
  if (applied !== undefined) void reply.header('preference-applied', applied);
  const isOver = form.kind === 'within' && (await isOverWithin(form.seconds, id, reply, work));
  const now = (await work.store.find(workspace, id)) ?? jobGone(id);
  if (isOver) return sendEnd(now, reply);
  sendsAccepted(reply, id);
  return reply.send(successResponse(jobView(now, retentionDays), 'Accepted.', { job_id: id }));
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
export function sendEnd(job: Job, reply: FastifyReply): FastifyReply {
  const { state, revision, error, id } = job;
  if (state === 'succeeded') {
    if (revision) void reply.header('etag', `"${id}"`);
    return reply.send(jobEnvelope(job));
  }
  if (error !== null) throw errorOf(error);
  throw ErrorTypes.BAD_REQUEST('The job was cancelled.', { reason: 'cancelled', job_id: id }, { status: 409 });
}

export function jobGone(id: string): never {
  throw ErrorTypes.NOT_FOUND('The job was removed meanwhile.', { id });
}

function errorOf({ code, message, statusCode: status, timestamp, details }: NonNullable<Job['error']>): ApiError {
  return new ApiError(code, { message, status, timestamp, details, headers: comeAgainOf(timestamp, details) });
}

/** When to come again, as far as the error said it when the job ended. */
function comeAgainOf(timestamp: string, { retry_after: asked }: JsonMembers): Readonly<Record<string, string>> {
  if (typeof asked !== 'number') return {};
  const passed = (Date.now() - Date.parse(timestamp)) / 1_000;
  return { 'retry-after': String(Math.max(1, Math.ceil(asked - passed))) };
}
