import type { FastifyReply } from 'fastify';
import { namingJob } from '../../answers/keep-answer.ts';
import type { Job } from '../../jobs/job.ts';
import { waitForEnd } from '../../jobs/events/wait-for-end.ts';
import { answerAccepted, jobGone, sendEnd } from './accept-job.ts';
import type { AnswerForm } from './answer-form.ts';
import { endWithKey } from './end-with-key.ts';
import { openEventStream } from '../events/event-stream.ts';
import { followEvents } from '../events/follow-events.ts';
import type { GenerateCall, GenerateParts } from './generate-parts.ts';
import type { RequestLife } from '../request-life.ts';

/** When those come again whom a server that stops has sent away. */
const COME_AGAIN_MS = 1_000;

export interface Waiting {
  readonly call: GenerateCall;
  readonly life: RequestLife;
  readonly form: AnswerForm;
}

/**
 * Answers in the form that is wanted with what becomes of a job, which goes on whether or not its caller does.
 *
 * @param after the event behind which a stream begins
 */
export async function answerFromJob(
  job: Pick<Job, 'id' | 'workspace' | 'recipe'>,
  after: number,
  { call, life, form }: Waiting,
  parts: GenerateParts,
): Promise<FastifyReply> {
  const { reply } = call;
  switch (form.kind) {
    case 'plain':
      return sendEnd(await ended(job, life, parts), reply);
    case 'events':
      return streamJob(job, after, { call, life }, parts);
    case 'job':
    case 'within':
      return answerAccepted(job, form, reply, parts);
  }
}

async function ended(
  { id, workspace }: Pick<Job, 'id' | 'workspace'>,
  { signal }: RequestLife,
  { work }: GenerateParts,
): Promise<Job> {
  try {
    if (!(await waitForEnd(id, work, signal))) throw signal.reason as unknown;
    return (await work.store.find(workspace, id)) ?? jobGone(id);
  } catch (error) {
    throw namingJob(error, id);
  }
}

async function streamJob(
  { id, workspace, recipe }: Pick<Job, 'id' | 'workspace' | 'recipe'>,
  after: number,
  { call: { request, reply } }: Omit<Waiting, 'form'>,
  parts: GenerateParts,
): Promise<FastifyReply> {
  const { admission, stopping } = parts;
  const scope = `generate:${recipe}`;
  const stream = openEventStream(reply, {
    onHeartbeat: endWithKey(admission, { request, scope }, () => stream.end()),
  });
  const over = AbortSignal.any([stream.closed, stopping]);
  await followEvents({ workspace, jobId: id }, after, { stream, over }, parts);
  if (stopping.aborted) stream.comeAgain(COME_AGAIN_MS);
  stream.end();
  return reply;
}
