import { randomBytes } from 'node:crypto';
import type { OtlpSink } from '../../../config/sections/callbacks/callback.ts';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import type { EventSink, QueuedEvent } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/** `SpanKind` and `StatusCode` of OpenTelemetry's protocol. */
const CLIENT = 3;
const ERROR = 2;

/** W3C Trace Context: version, trace, span, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}/;

/**
 * A span for each request, by OTLP over HTTP in its JSON form (opentelemetry.io, "OTLP Specification" 1.9), named by the
 * GenAI conventions (semconv 1.42). What a caller's `traceparent` names is its parent.
 */
export function otlpSink({ url, headers, service, carriesContent }: OtlpSink): EventSink {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.reveal()]));
  return {
    mostEvents: 512,
    mostBytes: 3_500_000,
    async send(events, signal) {
      const spans = events.map((event) => spanOf(event, carriesContent));
      const resource = { attributes: attributesOf({ 'service.name': service }) };
      const body = JSON.stringify({
        resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'litellm' }, spans }] }],
      });
      const { status } = await postEvents(
        { url, headers: { 'content-type': 'application/json', ...own }, body },
        signal,
      );
      return deliveryOf(status, events);
    },
  };
}

function spanOf({ payload, traceparent }: QueuedEvent, carriesContent: boolean): object {
  const [, traceId = randomBytes(16).toString('hex'), parentSpanId] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const operation = operationOf(String(payload.call_type));
  const isFailure = payload.status === 'failure';
  return {
    traceId,
    spanId: randomBytes(8).toString('hex'),
    ...(parentSpanId !== undefined && { parentSpanId }),
    name: `${operation} ${String(payload.model)}`,
    kind: CLIENT,
    startTimeUnixNano: nanoseconds(payload.startTime),
    endTimeUnixNano: nanoseconds(payload.endTime),
    attributes: attributesOf({
      ...genAiAttributes(payload, operation),
      ...(carriesContent && {
        'gen_ai.input.messages': JSON.stringify(payload.messages),
        'gen_ai.output.messages': JSON.stringify(payload.response),
      }),
    }),
    status: isFailure ? { code: ERROR, message: String(payload.error_str) } : {},
  };
}

function genAiAttributes(payload: Mapping, operation: string): Mapping {
  const parameters: Mapping = isMapping(payload.model_parameters) ? payload.model_parameters : {};
  const metadata: Mapping = isMapping(payload.metadata) ? payload.metadata : {};
  const errors: Mapping = isMapping(payload.error_information) ? payload.error_information : {};
  const response: Mapping = isMapping(payload.response) ? payload.response : {};
  const base = URL.parse(String(payload.api_base));
  return {
    'gen_ai.operation.name': operation,
    'gen_ai.provider.name': payload.custom_llm_provider,
    'gen_ai.request.model': payload.model_group,
    'gen_ai.request.stream': payload.stream,
    'gen_ai.request.max_tokens': parameters.max_completion_tokens ?? parameters.max_tokens,
    'gen_ai.request.temperature': parameters.temperature,
    'gen_ai.request.top_p': parameters.top_p,
    'gen_ai.request.seed': parameters.seed,
    'gen_ai.response.model': payload.model,
    'gen_ai.response.id': response.id,
    'gen_ai.usage.input_tokens': payload.prompt_tokens,
    'gen_ai.usage.output_tokens': payload.completion_tokens,
    'gen_ai.cost.total_cost': payload.response_cost,
    'error.type': errors.error_class,
    'server.address': base?.hostname,
    'server.port': base && base.port !== '' ? Number(base.port) : undefined,
    'litellm.call_id': payload.litellm_call_id,
    ...Object.fromEntries(TOLD_OF_CALLERS.map((name) => [`metadata.${name}`, metadata[name]])),
  };
}

/** What LiteLLM's spans say of who called. */
const TOLD_OF_CALLERS = [
  'user_api_key_hash',
  'user_api_key_alias',
  'user_api_key_team_id',
  'user_api_key_team_alias',
  'user_api_key_org_id',
  'user_api_key_user_id',
  'user_api_key_end_user_id',
  'requester_ip_address',
] as const;

/** The conventions' names for what LiteLLM calls by its functions. */
function operationOf(callType: string): string {
  if (callType.includes('embedding')) return 'embeddings';
  if (callType.includes('text_completion')) return 'text_completion';
  return callType.includes('completion') || callType.includes('responses') || callType.includes('messages')
    ? 'chat'
    : callType;
}

/** Names and values in the protocol's form; what is not known is left out. */
function attributesOf(values: Mapping): object[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined || value === null || value === '') return [];
    return [{ key, value: anyValue(value) }];
  });
}

function anyValue(value: unknown): object {
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { stringValue: typeof value === 'string' ? value : JSON.stringify(value) };
}

function nanoseconds(seconds: unknown): string {
  return String(BigInt(Math.round(Number(seconds) * 1e6)) * 1000n);
}
