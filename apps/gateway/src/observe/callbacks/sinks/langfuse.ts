import { randomUUID } from 'node:crypto';
import type { LangfuseSink } from '../../../config/sections/callbacks/callback.ts';
import { isMapping, parseMapping, type Mapping } from '../../../json/mapping.ts';
import type { Delivery, EventSink, QueuedEvent } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/** Langfuse's `/api/public/ingestion` (its API reference, 2026-10): 207 says what became of each event. */
export function langfuseSink({ host, publicKey, secretKey, environment }: LangfuseSink): EventSink {
  const authorization = `Basic ${Buffer.from(`${publicKey}:${secretKey.reveal()}`).toString('base64')}`;
  return {
    mostEvents: 100,
    mostBytes: 3_000_000,
    async send(events, signal) {
      const batch = events.flatMap((event) => ingested(event, environment));
      const body = JSON.stringify({
        batch,
        metadata: { batch_size: batch.length, sdk_name: 'litellm', public_key: publicKey },
      });
      const headers = { 'content-type': 'application/json', authorization };
      const { status, text } = await postEvents({ url: `${host}/api/public/ingestion`, headers, body }, signal);
      return status === 207 ? deliveryOfEach(events, parseMapping(text)) : deliveryOf(status, events);
    },
  };
}

function deliveryOfEach(events: readonly QueuedEvent[], answer: Mapping | undefined): Delivery {
  const errors = Array.isArray(answer?.errors) ? answer.errors.filter(isMapping) : [];
  if (errors.length === 0) return { again: [], refused: 0 };
  const statusOf = new Map(errors.map(({ id, status }) => [String(id), Number(status)]));
  const statuses = events.map(
    (event) => statusOf.get(`${event.id}-generation`) ?? statusOf.get(`${event.id}-trace`) ?? 200,
  );
  const again = events.filter(
    (_, index) => deliveryOf(statuses[index] ?? 200, []).refused === 0 && mayPass(statuses[index] ?? 200),
  );
  const refused = statuses.filter((status) => status >= 300 && !mayPass(status)).length;
  return { again, refused, reason: `status ${errors[0]?.status as number} for ${errors.length} of ${events.length}` };
}

function mayPass(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** A trace and its generation; ids are the event's, so that what is sent twice counts once. */
function ingested({ id, payload }: QueuedEvent, environment: string | undefined): object[] {
  const { startTime, endTime, completionStartTime, metadata } = payload;
  const noted: Mapping = isMapping(metadata) ? metadata : {};
  const time = (seconds: unknown): string => new Date(Number(seconds) * 1000).toISOString();
  const timestamp = time(endTime);
  const isFailure = payload.status === 'failure';
  const traceId = typeof payload.trace_id === 'string' ? payload.trace_id : randomUUID();
  const trace = {
    id: traceId,
    environment,
    timestamp: time(startTime),
    name: `litellm-${String(payload.call_type)}`,
    userId: payload.end_user ?? noted.user_api_key_user_id ?? undefined,
    sessionId: payload.session_id === traceId ? undefined : payload.session_id,
    tags: payload.request_tags,
    input: payload.messages,
    output: payload.response,
    metadata: noted,
  };
  const generation = {
    id,
    traceId,
    environment,
    name: `litellm-${String(payload.call_type)}`,
    startTime: time(startTime),
    endTime: timestamp,
    completionStartTime: time(completionStartTime),
    model: payload.model,
    modelParameters: payload.model_parameters,
    input: payload.messages,
    output: isFailure ? undefined : payload.response,
    usage: {
      input: payload.prompt_tokens,
      output: payload.completion_tokens,
      total: payload.total_tokens,
      unit: 'TOKENS',
      totalCost: payload.response_cost,
    },
    level: isFailure ? 'ERROR' : 'DEFAULT',
    statusMessage: payload.error_str ?? undefined,
    metadata: { ...noted, cache_hit: payload.cache_hit, litellm_call_id: payload.litellm_call_id },
  };
  return [
    { id: `${id}-trace`, type: 'trace-create', timestamp, body: trace },
    { id: `${id}-generation`, type: 'generation-create', timestamp, body: generation },
  ];
}
