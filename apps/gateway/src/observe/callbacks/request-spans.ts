import type { Attempt } from '../../exchange/attempt.ts';
import type { Trace } from '../../exchange/record/trace.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import { describeFailure, exceptionClass } from '../../failure/describe-failure.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { kinds, type Attributes, type Span, type SpanFailure } from './sinks/otlp/span.ts';
import { finishReasons } from './told-answer.ts';

/** What spans of a request are made of. */
export interface SpanFacts {
  readonly record: FinishedRecord;
  readonly trace: Trace;
  /** LiteLLM's, with its content redacted where it is not to be told. */
  readonly payload: Mapping;
  /** What was answered, whether or not it may be told: of it only the ends are read. */
  readonly answer: unknown;
  readonly isRedacted: boolean;
}

/**
 * A request, each call of a vendor under it, and each guardrail that looked, as spans by the GenAI conventions
 * (opentelemetry.io, semconv 1.42) with LiteLLM's names for what they have none for. What a request used and cost stands at
 * the call that answered, so that whoever adds up spans counts it once; of a hit of the cache, at the request.
 *
 * @param carriesContent whether they hold what was asked and answered
 */
export function spansOf(facts: SpanFacts, carriesContent: boolean): readonly Span[] {
  const { record, trace, payload } = facts;
  const { attempts } = trace;
  const answering = record.answer && !record.isCacheHit ? attempts.at(-1) : undefined;
  const outcome = outcomeOf(facts, carriesContent);
  const { traceId, spanId, parentSpanId, state: traceState } = trace;
  const shared = { traceId, traceState };
  const startMs = performance.timeOrigin + record.startedAt;
  const isAlone = answering === undefined;
  return [
    {
      ...shared,
      spanId,
      parentSpanId,
      name: `POST ${record.route}`,
      kind: kinds.server,
      startMs,
      endMs: startMs + record.durationMs,
      attributes: {
        ...requestAttributes(facts),
        ...(isAlone && record.answer && { ...genAiRequest(payload, record, record.deployment), ...outcome }),
      },
      failure: failureOf(record.failure, facts.isRedacted),
    },
    ...attempts.map(({ attempt, spanId: own }): Span => {
      const hasAnswered = attempt === answering?.attempt;
      const { startedAt, endedAt = performance.now(), deployment } = attempt;
      return {
        ...shared,
        spanId: own,
        parentSpanId: spanId,
        name: `${operationOf(record.callType)} ${deployment.vendorModel}`,
        kind: kinds.client,
        startMs: performance.timeOrigin + startedAt,
        endMs: performance.timeOrigin + endedAt,
        attributes: {
          ...genAiRequest(payload, record, deployment),
          ...attemptAttributes(attempt),
          ...(hasAnswered && outcome),
          ...(carriesContent && { 'gen_ai.input.messages': JSON.stringify(payload.messages) }),
        },
        failure: failureOf(attempt.failure, facts.isRedacted),
      };
    }),
    ...guardrailSpans(facts),
  ];
}

/** The conventions' names of vendors (semconv 1.42, `gen_ai.provider.name`), where they differ from LiteLLM's. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['azure', 'azure.ai.openai'],
  ['azure_ai', 'azure.ai.inference'],
  ['bedrock', 'aws.bedrock'],
  ['gemini', 'gcp.gemini'],
  ['mistral', 'mistral_ai'],
  ['vertex_ai', 'gcp.vertex_ai'],
  ['watsonx', 'ibm.watsonx.ai'],
  ['xai', 'x_ai'],
]);

/** What was asked of a vendor. */
function genAiRequest(
  payload: Mapping,
  record: FinishedRecord,
  deployment: Attempt['deployment'] | undefined,
): Attributes {
  const { stop, ...parameters }: Mapping = isMapping(payload.model_parameters) ? payload.model_parameters : {};
  const number = (name: string): number | undefined => {
    const value = parameters[name];
    return typeof value === 'number' ? value : undefined;
  };
  const provider = deployment?.adapter.name;
  const address = URL.parse(deployment?.settings.apiBase ?? '');
  return {
    'gen_ai.operation.name': operationOf(record.callType),
    'gen_ai.output.type': outputTypeOf(record.callType),
    'gen_ai.provider.name': provider && (PROVIDERS.get(provider) ?? provider),
    'gen_ai.request.model': deployment?.vendorModel ?? record.model,
    'gen_ai.request.stream': record.isStream,
    'gen_ai.request.max_tokens': number('max_completion_tokens') ?? number('max_tokens') ?? number('max_output_tokens'),
    'gen_ai.request.choice.count': number('n'),
    'gen_ai.request.temperature': number('temperature'),
    'gen_ai.request.top_p': number('top_p'),
    'gen_ai.request.top_k': number('top_k'),
    'gen_ai.request.frequency_penalty': number('frequency_penalty'),
    'gen_ai.request.presence_penalty': number('presence_penalty'),
    'gen_ai.request.seed': number('seed'),
    'gen_ai.request.stop_sequences': typeof stop === 'string' ? [stop] : textsIn(stop),
    'server.address': address?.hostname,
    'server.port': address ? portOf(address) : undefined,
    'litellm.call_id': record.callId,
    'litellm.call_type': record.callType,
    'litellm.provider.model': deployment?.model,
  };
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** What one call came to. */
function attemptAttributes({ deployment, startedAt, firstContentAt, failure }: Attempt): Attributes {
  return {
    'litellm.deployment.id': deployment.id,
    'gen_ai.response.time_to_first_chunk':
      firstContentAt === undefined ? undefined : (firstContentAt - startedAt) / 1000,
    'http.response.status_code': failure === undefined ? undefined : describeFailure(failure).status,
    'error.type': failure === undefined ? undefined : exceptionClass(failure),
  };
}

/** What the answer is, used and cost. */
function outcomeOf({ record, payload, answer }: SpanFacts, carriesContent: boolean): Attributes {
  const { usage, cost } = record;
  const said: Mapping = isMapping(answer) ? answer : {};
  const response: Mapping = isMapping(payload.response) ? payload.response : {};
  const breakdown: Mapping = isMapping(payload.cost_breakdown) ? payload.cost_breakdown : {};
  const dollars = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  const reasons = finishReasons(answer);
  return {
    'gen_ai.response.id': typeof said.id === 'string' ? said.id : undefined,
    'gen_ai.response.model': record.answer?.model ?? (typeof payload.model === 'string' ? payload.model : undefined),
    'gen_ai.response.finish_reasons': reasons.length > 0 ? reasons : undefined,
    'gen_ai.usage.input_tokens': usage?.prompt_tokens,
    'gen_ai.usage.output_tokens': usage?.completion_tokens,
    'gen_ai.usage.cache_read.input_tokens': usage?.prompt_tokens_details?.cached_tokens,
    'gen_ai.usage.cache_creation.input_tokens': usage?.prompt_tokens_details?.cache_creation_tokens,
    'gen_ai.usage.reasoning.output_tokens': usage?.completion_tokens_details?.reasoning_tokens,
    'gen_ai.cost.total_cost': cost,
    'litellm.cost.total': cost,
    'litellm.cost.input': dollars(breakdown.input_cost),
    'litellm.cost.output': dollars(breakdown.output_cost),
    ...(carriesContent && { 'gen_ai.output.messages': JSON.stringify(response.choices ?? payload.response) }),
  };
}

function requestAttributes({ record, payload, trace }: SpanFacts): Attributes {
  const metadata: Mapping = isMapping(payload.metadata) ? payload.metadata : {};
  const text = (name: string): string | undefined => {
    const value = metadata[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    'http.request.method': 'POST',
    'http.route': record.route,
    'url.path': record.route,
    'http.response.status_code': record.status,
    'client.address': record.clientIp,
    'user_agent.original': record.userAgent,
    'error.type': record.failure === undefined ? undefined : exceptionClass(record.failure),
    'litellm.call_id': record.callId,
    'litellm.request.id': record.requestId,
    'litellm.request.streaming': record.isStream,
    'litellm.model_group': record.model,
    'litellm.cache_hit': record.isCacheHit,
    'litellm.retries': record.retries,
    'litellm.fallbacks': record.fallbacks,
    'litellm.attempts': trace.attempts.length,
    'litellm.api_key.hash': text('user_api_key_hash'),
    'litellm.team.id': text('user_api_key_team_id'),
    'litellm.team.alias': text('user_api_key_team_alias'),
    'litellm.end_user.id': record.customer,
    ...Object.fromEntries(TOLD_OF_CALLERS.map((name) => [`metadata.${name}`, text(name)])),
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

function guardrailSpans({ record, trace }: SpanFacts): readonly Span[] {
  return (record.guardrails ?? []).map(({ name, provider, event, status, startedAt, durationMs, masked }, index) => ({
    traceId: trace.traceId,
    traceState: trace.state,
    spanId: guardSpanId(trace.spanId, index),
    parentSpanId: trace.spanId,
    name: `execute_guardrail ${name}`,
    kind: kinds.internal,
    startMs: startedAt,
    endMs: startedAt + durationMs,
    attributes: {
      'litellm.guardrail.name': name,
      'litellm.guardrail.provider': provider,
      'litellm.guardrail.mode': event,
      'litellm.guardrail.status': status,
      'litellm.guardrail.masked_entity_count': masked === undefined ? undefined : JSON.stringify(masked),
    },
    failure: undefined,
  }));
}

/** Ids of a trace have to differ, and are the same where an event is sent again. */
function guardSpanId(requestSpanId: string, index: number): string {
  const number = (BigInt(`0x${requestSpanId}`) + BigInt(index + 1)) & 0xffff_ffff_ffff_ffffn;
  return (number === 0n ? 1n : number).toString(16).padStart(16, '0');
}

/** Vendors quote what they refuse. */
function failureOf(failure: unknown, isRedacted: boolean): SpanFailure | undefined {
  if (failure === undefined) return undefined;
  return {
    type: exceptionClass(failure),
    message: isRedacted ? 'redacted-by-litellm' : describeFailure(failure).message,
  };
}

/** The conventions' names for what LiteLLM calls by its functions. */
function operationOf(callType: string): string {
  if (callType.includes('embedding')) return 'embeddings';
  if (callType.includes('text_completion')) return 'text_completion';
  if (callType.includes('moderation')) return 'litellm.moderation';
  if (/image|speech|transcription/.test(callType)) return 'generate_content';
  return /completion|responses|messages/.test(callType) ? 'chat' : callType;
}

function outputTypeOf(callType: string): string | undefined {
  if (callType.includes('image')) return 'image';
  if (callType.includes('speech')) return 'speech';
  return /transcription|translation/.test(callType) ? 'text' : undefined;
}
