import { generationOptions } from '@showrunner/contract';
import type { FastifyReply } from 'fastify';
import { MOST_WAITED_MS } from '../../drive/compose/deadline.ts';
import type { GenerateRequest } from '../../drive/compose/generate-request.ts';
import { KeyTakenError, type Earlier } from '../../idempotency/idempotency.ts';
import type { KeyedRequest } from '../../idempotency/keyed-request.ts';
import type { ClaimedJob, Job } from '../../jobs/job.ts';
import { newId } from '../../jobs/new-id.ts';
import { outlastingAbsence } from '../../jobs/outlasting-absence.ts';
import { lastEventId } from '../../jobs/events/read-events.ts';
import { acceptable, acceptJob, jobGone } from './accept-job.ts';
import { answerFormOf } from './answer-form.ts';
import { answerFromJob, type Waiting } from './answer-from-job.ts';
import { hasEnded, resumedIn } from '../events/follow-events.ts';
import type { GenerateParts } from './generate-parts.ts';
import { saysReplayed } from '../idempotency/kept-answer.ts';
import { keyedRequestOf } from '../idempotency/keyed-request-of.ts';
import { readMembers } from '../body/read-body.ts';

/** A request with a key, as it was read. */
export interface KeyedCall extends Omit<Waiting, 'form'> {
  readonly keyed: KeyedRequest;
  readonly asked: GenerateRequest;
}

/** Members that say in which form the answer is wanted, and not what it is. */
const FORMS = ['stream', 'async'] as const;
const formOptions = generationOptions.pick({ stream: true, async: true, webhook_url: true, deadline_ms: true });

/** What a request for an operation is told from others by, where it has a key. */
export function keyedCallOf(asked: GenerateRequest, waiting: Omit<Waiting, 'form'>): KeyedCall | undefined {
  const body = Object.fromEntries(Object.entries(asked.body).filter(([name]) => !FORMS.some((form) => form === name)));
  const keyed = keyedRequestOf(waiting.call, body);
  return keyed && { ...waiting, keyed, asked };
}

/**
 * Carries a request out once. It is a job from its start, so that what is paid for stays whoever leaves or dies, and can be
 * come back for with the same key in any form: to what runs, to what came of it, or to go on where that did not become whole.
 */
export async function answerKeyed(call: KeyedCall, parts: GenerateParts): Promise<FastifyReply> {
  const earlier = await parts.idempotency.find(call.keyed);
  if (earlier) return answerAgain(earlier, call, parts);
  try {
    return await answerFirst(call, parts);
  } catch (error) {
    // Another one came with the same key in between, or this one, of which the database's word was lost.
    const meanwhile = error instanceof KeyTakenError ? await parts.idempotency.find(call.keyed) : undefined;
    if (meanwhile) return answerAgain(meanwhile, call, parts);
    throw error;
  }
}

async function answerFirst({ keyed, asked, call, life }: KeyedCall, parts: GenerateParts): Promise<FastifyReply> {
  const { generation, idempotency, work } = parts;
  const composed = await generation.compose(asked, life.signal);
  const form = answerFormOf(composed, call.request.headers);
  if (form.kind !== 'plain') await generation.refuseSpent(composed);
  if (form.kind === 'job' || form.kind === 'within') {
    const note = ({ id: jobId }: Pick<Job, 'id'>) => idempotency.note(keyed, { jobId });
    return outlastingAbsence(() => acceptJob(composed, form, { ...call, note }, parts), life.signal);
  }
  const job = await acceptable(composed, call.caller, parts);
  const claim = newId('claim');
  const note = idempotency.note(keyed, { jobId: job.id });
  await carryOn(call, parts, () => outlastingAbsence(() => work.queue.acceptTaken(job, claim, note), life.signal));
  life.expireAfter(composed.deadlineMs);
  return answerFromJob(job, 0, { call, life, form }, parts);
}

async function answerAgain(earlier: Earlier, again: KeyedCall, parts: GenerateParts): Promise<FastifyReply> {
  const { call, life, asked } = again;
  const { value: options } = readMembers(formOptions, asked.body);
  const waiting = { call, life, form: answerFormOf({ options }, call.request.headers) };
  const { workspace } = call.caller;
  const id = earlier.jobId ?? '';
  const job = (await parts.work.store.find(workspace, id)) ?? jobGone(id);
  const after = mayGoOn(job) ? await goOn(job, waiting, parts) : undefined;
  if (after !== undefined) return answerFromJob(job, after, waiting, parts);
  return replay((await parts.work.store.find(workspace, id)) ?? jobGone(id), waiting, parts);
}

/** What there is of a job: its end, or that it is alive, which a stream and whoever waits only a while take part in. */
async function replay(job: Job, waiting: Waiting, parts: GenerateParts): Promise<FastifyReply> {
  const { call, form } = waiting;
  if (!hasEnded(job) && form.kind === 'plain') throw new KeyTakenError(job.id);
  saysReplayed(call.reply);
  const after = form.kind === 'events' ? await resumedIn(job.id, call.request, parts) : 0;
  return answerFromJob(job, after, waiting, parts);
}

/**
 * Begins the next run of a job. Gives the event behind which its caller reads on; nothing where another one has begun it,
 * or there is nothing to go on with.
 */
async function goOn(job: Job, waiting: Waiting, parts: GenerateParts): Promise<number | undefined> {
  const { store, queue, database } = parts.work;
  const { form, life, call } = waiting;
  if (form.kind === 'job' || form.kind === 'within') {
    const retried = await store.retry(job.workspace, job.id);
    return retried?.isDone ? 0 : undefined;
  }
  const before = await database.read(lastEventId);
  const claim = newId('claim');
  const taken = await carryOn(call, parts, () => outlastingAbsence(() => queue.retryTaken(job, claim), life.signal));
  if (taken === undefined) return undefined;
  life.expireAfter(Math.min(taken.deadlineMs ?? MOST_WAITED_MS, MOST_WAITED_MS));
  return (await resumedIn(job.id, call.request, parts)) || before;
}

/**
 * Takes a job and has it carried out here, as one of the generations that its key has under way, whoever waits for it.
 *
 * @throws ApiError 429 where the key has as many as it may; nothing is taken then
 */
async function carryOn<Taken extends ClaimedJob | undefined>(
  { caller, reply }: KeyedCall['call'],
  { admission, worker }: GenerateParts,
  take: () => Promise<Taken>,
): Promise<Taken> {
  const release = await admission.holdGeneration(caller, reply);
  try {
    const job = await take();
    if (job === undefined) release();
    else worker.carry({ job, release });
    return job;
  } catch (error) {
    release();
    throw error;
  }
}

/** Answers of faults that pass, and of limits and rights, which may be others by now. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 429, 503, 504]);

/** Whether the same request goes on with a job instead of hearing its end again (content-api.md, "Idempotency-Key"). */
function mayGoOn({ state, error, missing }: Job): boolean {
  if (state === 'succeeded') return missing.length > 0;
  return state === 'failed' && error !== null && (error.details?.retryable === true || PASSING.has(error.statusCode));
}
