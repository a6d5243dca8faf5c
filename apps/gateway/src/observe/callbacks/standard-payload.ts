import type { SentAnswer } from './told-answer.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { costOf, costPartsOf } from '../../exchange/record/cost.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import { callerMetadata } from './caller-metadata.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import { customHeaders, keyMetadata, vendorLimits } from './noted-facts.ts';

/** A request that is over, for those who are told of it. */
export interface ToldExchange {
  readonly exchange: Exchange;
  readonly record: FinishedRecord;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Nothing where nobody answered. */
  readonly sent: SentAnswer | undefined;
  /** What was asked and answered is not to be told at all. */
  readonly isSecret: boolean;
  /** Under which key of the cache it was looked for; nothing where it was not. */
  readonly cacheKey?: string | undefined;
}

/** What a payload says beside its request. */
export interface PayloadFacts {
  /** This event's own, whatever vendors and callers call theirs. */
  readonly id: string;
  /** What was answered, as an object; nothing where nobody answered. */
  readonly answer: unknown;
  /** What was asked and answered is not to be told. */
  readonly isRedacted: boolean;
}

/** LiteLLM's word for what a callback is not to see. */
const REDACTED = 'redacted-by-litellm';

/**
 * LiteLLM's `StandardLoggingPayload` (`types/utils.py`, 1.108.7), member for member. Times are seconds since 1970.
 */
export function standardPayload(
  { exchange, record, headers, cacheKey }: ToldExchange,
  { id, answer, isRedacted }: PayloadFacts,
): Mapping {
  const { deployment, usage, failure } = record;
  const clock = (Date.now() - performance.now()) / 1000;
  const startTime = clock + record.startedAt / 1000;
  const endTime = startTime + record.durationMs / 1000;
  const completionStartTime = record.firstContentAt === undefined ? endTime : clock + record.firstContentAt / 1000;
  const { request } = exchange;
  const cost = record.cost ?? 0;
  const base = deployment?.settings.apiBase ?? '';
  const agent = typeof headers['user-agent'] === 'string' ? headers['user-agent'] : null;
  const counted = {
    total_tokens: usage?.total_tokens ?? 0,
    prompt_tokens: usage?.prompt_tokens ?? 0,
    completion_tokens: usage?.completion_tokens ?? 0,
  };
  const status = failure === undefined ? 'success' : 'failure';
  return {
    id,
    trace_id: record.requestId,
    session_id: record.labels?.sessionId ?? record.requestId,
    litellm_call_id: record.callId,
    call_type: record.callType,
    stream: record.isStream,
    response_cost: cost,
    cost_breakdown: breakdownOf(record),
    autorouter_savings: null,
    autorouter_savings_estimate: null,
    autorouter_baseline_observation: null,
    response_cost_failure_debug_info: null,
    status,
    status_fields: { llm_api_status: status, guardrail_status: guardrailStatus(record) },
    custom_llm_provider: deployment?.adapter.name ?? null,
    ...counted,
    startTime,
    endTime,
    completionStartTime,
    response_time: completionStartTime - startTime,
    model_map_information: {
      model_map_key: deployment?.model ?? record.model,
      model_map_value: deployment?.info ?? null,
    },
    model: deployment?.vendorModel ?? record.model,
    model_id: deployment?.id ?? null,
    model_group: record.model,
    api_base: base,
    metadata: metadataOf(record, { agent, counted, isRedacted, noted: exchange.request.metadata, headers }),
    cache_hit: record.isCacheHit,
    cache_key: cacheKey ?? null,
    saved_cache_cost: savedBy(record),
    request_tags: [...record.tags],
    end_user: record.customer ?? null,
    requester_ip_address: record.clientIp ?? null,
    user_agent: agent,
    messages: isRedacted
      ? [{ role: 'user', content: REDACTED }]
      : (request.messages ?? request.input ?? request.prompt ?? request.contents ?? request.query ?? null),
    response: isRedacted ? { choices: [{ message: { role: 'assistant', content: REDACTED } }] } : (answer ?? null),
    error_str: failure === undefined ? null : messageOf(failure, isRedacted),
    error_information: failure === undefined ? null : errorOf(record, isRedacted),
    model_parameters: isRedacted ? figuresOf(request) : parametersOf(request),
    hidden_params: {
      model_id: deployment?.id ?? null,
      cache_key: cacheKey ?? null,
      api_base: base,
      response_cost: cost,
      litellm_overhead_time_ms: Math.max(0, record.durationMs - record.upstreamMs),
      additional_headers: vendorLimits(exchange.lastAttempt?.vendorHeaders),
      batch_models: null,
      batch_successful_requests: null,
      batch_failed_requests: null,
      litellm_model_name: deployment?.model ?? null,
      usage_object: usage ?? null,
    },
    guardrail_information:
      record.guardrails?.map((note) => ({
        guardrail_name: note.name,
        guardrail_provider: note.provider,
        guardrail_mode: note.event,
        guardrail_status: note.status,
        start_time: note.startedAt / 1000,
        end_time: (note.startedAt + note.durationMs) / 1000,
        duration: note.durationMs / 1000,
        masked_entity_count: note.masked,
      })) ?? null,
    standard_built_in_tools_params: isRedacted ? null : builtInTools(request),
  };
}

/** What a hit of the cache would have cost. */
function savedBy({ isCacheHit, usage, deployment, answer }: FinishedRecord): number {
  return isCacheHit && usage && answer ? (costOf(answer, usage, deployment?.price) ?? 0) : 0;
}

/** What was asked of a vendor's own tools. */
function builtInTools({ web_search_options: search, tools }: Mapping): Mapping | null {
  const files = Array.isArray(tools) ? tools.find((tool) => isMapping(tool) && tool.type === 'file_search') : undefined;
  if (search === undefined && files === undefined) return null;
  return { web_search_options: search ?? null, file_search: files ?? null };
}

/** What is told of a request beside its figures. */
interface NotedFacts {
  readonly agent: string | null;
  readonly counted: Mapping;
  readonly isRedacted: boolean;
  /** `metadata` of the request. */
  readonly noted: unknown;
  readonly headers: ToldExchange['headers'];
}

function guardrailStatus({ guardrails }: FinishedRecord): string {
  const statuses = guardrails?.map(({ status }) => status) ?? [];
  const order = ['guardrail_failed_to_respond', 'guardrail_intervened', 'guardrail_flagged', 'success'] as const;
  return order.find((status) => statuses.includes(status)) ?? 'not_run';
}

function breakdownOf({ cost, usage, answer, deployment }: FinishedRecord): Mapping | null {
  if (cost === undefined || !usage) return null;
  const parts = costPartsOf(usage, answer?.price ?? deployment?.price);
  return {
    input_cost: parts.input ?? 0,
    output_cost: parts.output ?? 0,
    total_cost: cost,
    tool_usage_cost: 0,
    original_cost: cost,
  };
}

function metadataOf(
  { caller, customer, route, clientIp, guardrails, labels }: FinishedRecord,
  { agent, counted, isRedacted, noted, headers }: NotedFacts,
): Mapping {
  const { grants } = caller;
  return {
    ...callerMetadata(caller),
    user_api_key_project_id: null,
    user_api_key_project_alias: null,
    user_api_key_end_user_id: customer ?? null,
    user_api_key_request_route: route,
    user_api_key_auth_metadata: keyMetadata(caller),
    spend_logs_metadata: labels?.notes === undefined ? null : (parseMapping(labels.notes) ?? null),
    requester_ip_address: clientIp ?? null,
    user_agent: agent,
    requester_metadata: !isRedacted && isMapping(noted) ? noted : null,
    requester_custom_headers: customHeaders(headers),
    prompt_management_metadata: null,
    mcp_tool_call_metadata: null,
    vector_store_request_metadata: null,
    routing_decision: null,
    applied_guardrails: guardrails?.map(({ name }) => name) ?? null,
    usage_object: counted,
    cold_storage_object_key: null,
    team_alias: grants?.team === undefined ? null : (callerMetadata(caller).user_api_key_team_alias ?? null),
    team_id: grants?.team ?? null,
    used_client_oauth_token: null,
  };
}

/** Vendors quote what they refuse. */
function messageOf(failure: unknown, isRedacted: boolean): string {
  return isRedacted ? REDACTED : describeFailure(failure).message;
}

function errorOf({ failure, status, deployment }: FinishedRecord, isRedacted: boolean): Mapping {
  const described = describeFailure(failure);
  return {
    error_code: String(status),
    error_class: described.type ?? described.name,
    llm_provider: deployment?.adapter.name ?? null,
    traceback: '',
    error_message: messageOf(failure, isRedacted),
  };
}

/** Where content stands in requests of each wire. */
const CONTENT = new Set(
  `model messages input prompt system instructions metadata user form contents systemInstruction system_instruction query
   documents litellm_metadata`.split(/\s+/),
);

/** What was asked beside the content. */
function parametersOf(request: Mapping): Mapping {
  return Object.fromEntries(Object.entries(request).filter(([name]) => !CONTENT.has(name)));
}

/** Texts that are chosen from a list. */
const CHOSEN = new Set(
  `service_tier reasoning_effort encoding_format size quality style verbosity truncation background moderation
   output_format language`.split(/\s+/),
);

/** Of that, what nobody's words can stand in: figures and switches. Tools, schemas and stop words may say anything. */
function figuresOf(request: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(parametersOf(request)).filter(
      ([name, value]) =>
        ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && CHOSEN.has(name)),
    ),
  );
}
