import type { Caller } from '@showrunner/access';
import type { GenerateRoutes } from '@showrunner/contract';
import { toApiError } from '@showrunner/errors';
import { logError } from '@showrunner/errors/fastify';
import type { Operation } from '@showrunner/recipes';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import { startData } from '../../drive/job-work.ts';
import type { Composed } from '../../drive/compose/compose.ts';
import { eventData, eventName } from '../../drive/event-data.ts';
import type { GenerationEvent } from '../../drive/variant.ts';
import { acceptJob } from './accept-job.ts';
import { answerFormOf } from './answer-form.ts';
import { answerKeyed, keyedCallOf } from './answer-keyed.ts';
import type { GenerateCall, GenerateParts } from './generate-parts.ts';
import { generateRequestOf } from './generate-request-of.ts';
import { answerEnvelope } from './envelope.ts';
import { endWithKey } from './end-with-key.ts';
import { openEventStream, type EventStream } from '../events/event-stream.ts';
import { requestLife, type RequestLife } from '../request-life.ts';

/** One handler for each operation: its answer, or the events on the way to it. */
export function generateHandlers(routes: GenerateRoutes, parts: GenerateParts): Handlers<GenerateRoutes, Caller> {
  return Object.fromEntries(
    Object.entries(routes).map(([operationId, { operation }]) => [
      operationId,
      (call: GenerateCall) => answerCall(operation, call, parts),
    ]),
  );
}

async function answerCall(operation: Operation, call: GenerateCall, parts: GenerateParts): Promise<FastifyReply> {
  const { request, reply } = call;
  const life = requestLife(reply, parts.stopping);
  const asked = generateRequestOf(operation, call);
  const keyed = keyedCallOf(asked, { call, life });
  if (keyed) return answerKeyed(keyed, parts);
  const composed = await parts.generation.compose(asked, life.signal);
  const form = answerFormOf(composed, request.headers);
  if (form.kind !== 'plain') await parts.generation.refuseSpent(composed);
  if (form.kind === 'job' || form.kind === 'within') return acceptJob(composed, form, call, parts);
  await parts.admission.admitGeneration(call.caller, reply);
  life.expireAfter(composed.deadlineMs);
  if (form.kind === 'events') {
    const scope = `generate:${operation.name}`;
    const onHeartbeat = endWithKey(parts.admission, { request, scope }, (reason) => life.end(reason));
    return answerWithEvents(composed, openEventStream(reply, { onHeartbeat }), { reply, life }, parts);
  }
  const answer = await parts.generation.answer(composed, { signal: life.signal });
  if (composed.revision && answer.jobId !== null) void reply.header('etag', `"${answer.jobId}"`);
  return reply.header('content-type', 'application/json; charset=utf-8').send(answerEnvelope(answer));
}

/** The status is 200 once the stream is open; what fails after that is told as a `failed` event. */
async function answerWithEvents(
  composed: Composed,
  events: EventStream,
  { reply, life }: { readonly reply: FastifyReply; readonly life: RequestLife },
  { generation, isProduction }: GenerateParts,
): Promise<FastifyReply> {
  const { request, operation } = composed;
  events.send('start', JSON.stringify(startData(operation.name, request.requestId, composed)));
  const tell = (event: GenerationEvent) => events.send(eventName(event), JSON.stringify(eventData(event)));
  try {
    const answer = await generation.answer(composed, { signal: life.signal, tell });
    events.send('result', answerEnvelope(answer).toString());
  } catch (thrown) {
    const error = toApiError(thrown, { production: isProduction });
    logError(error, reply.request);
    events.send('failed', JSON.stringify(error));
  }
  events.end();
  return reply;
}
