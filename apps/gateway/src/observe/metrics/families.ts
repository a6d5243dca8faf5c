import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { FinishedRecord } from '../../exchange/record.ts';
import type { MetricName } from '../../litellm/metric-labels.ts';

/** A finished request that a deployment, or its cached answer, had a part in. */
export type AnsweredRequest = FinishedRecord & {
  readonly deployment: Deployment;
  readonly usage: Usage;
  readonly answer: AnswerFacts;
};

/** A metric of answered requests: what one of them adds to it, or nothing. */
export interface AnswerFamily {
  readonly kind: 'counter' | 'histogram';
  readonly name: MetricName;
  readonly help: string;
  readonly read: (request: AnsweredRequest) => number | undefined;
}

/**
 * What is counted of each answer, under LiteLLM's names (`integrations/prometheus.py`, 1.108.7), so that its dashboards
 * work; the labels are in `litellm/metric-labels.ts`. What a request used counts also where its stream broke.
 */
export const answerFamilies: readonly AnswerFamily[] = [
  counter('litellm_proxy_total_requests_metric', 'Requests, however they ended, by status.', ({ failure }) =>
    failure === undefined ? 1 : undefined,
  ),
  counter('litellm_requests_metric', 'Requests that were answered.', ({ failure }) =>
    failure === undefined ? 1 : undefined,
  ),
  histogram('litellm_request_total_latency_metric', 'Seconds from request to last byte.', ({ durationMs }) =>
    inSeconds(durationMs),
  ),
  histogram(
    'litellm_llm_api_time_to_first_token_metric',
    'Seconds to the first content of streams.',
    ({ startedAt, firstContentAt }) =>
      firstContentAt === undefined ? undefined : inSeconds(firstContentAt - startedAt),
  ),
  histogram(
    'litellm_request_queue_time_seconds',
    'Seconds from a request to the first call of a vendor: key, limits, budgets, guardrails, cache.',
    ({ startedAt, calledAt }) => (calledAt === undefined ? undefined : inSeconds(calledAt - startedAt)),
  ),
  counter('litellm_cache_hits_metric', 'Requests answered from the response cache.', ({ isCacheHit }) =>
    isCacheHit ? 1 : undefined,
  ),
  counter('litellm_cached_tokens_metric', 'Tokens of answers from the response cache.', ({ isCacheHit, usage }) =>
    isCacheHit ? some(usage.total_tokens) : undefined,
  ),
  counter(
    'litellm_cache_misses_metric',
    'Requests that a vendor answered.',
    fresh(({ failure }) => (failure === undefined ? 1 : undefined)),
  ),
  counter(
    'litellm_input_tokens_metric',
    'Tokens of requests, as vendors counted them or estimated.',
    fresh(({ usage }) => usage.prompt_tokens),
  ),
  counter(
    'litellm_output_tokens_metric',
    'Tokens of answers, as vendors counted them or estimated.',
    fresh(({ usage }) => usage.completion_tokens),
  ),
  counter(
    'litellm_total_tokens_metric',
    'Tokens of requests and answers.',
    fresh(({ usage }) => usage.total_tokens),
  ),
  ...(['litellm_input_cached_tokens_metric', 'litellm_provider_cache_read_input_tokens_metric'] as const).map((name) =>
    counter(
      name,
      'Tokens of requests that a vendor had in its cache.',
      fresh(({ usage }) => some(usage.prompt_tokens_details?.cached_tokens)),
    ),
  ),
  ...(
    ['litellm_input_cache_creation_tokens_metric', 'litellm_provider_cache_creation_input_tokens_metric'] as const
  ).map((name) =>
    counter(
      name,
      'Tokens of requests that a vendor put into its cache.',
      fresh(({ usage }) => some(usage.prompt_tokens_details?.cache_creation_tokens)),
    ),
  ),
  counter(
    'litellm_input_audio_tokens_metric',
    'Tokens of requests that were sound.',
    fresh(({ usage }) => some(usage.prompt_tokens_details?.audio_tokens)),
  ),
  counter(
    'litellm_output_reasoning_tokens_metric',
    'Tokens of answers that were reasoning.',
    fresh(({ usage }) => some(usage.completion_tokens_details?.reasoning_tokens)),
  ),
  counter(
    'litellm_output_audio_tokens_metric',
    'Tokens of answers that were sound.',
    fresh(({ usage }) => some(usage.completion_tokens_details?.audio_tokens)),
  ),
  counter('litellm_images_generated_metric', 'Pictures that were made.', fresh(billed('images'))),
  counter('litellm_video_duration_seconds_metric', 'Seconds of video that were made.', fresh(billed('videoSeconds'))),
  counter(
    'litellm_spend_metric',
    'US dollars spent, as far as prices are known.',
    fresh(({ cost }) => cost),
  ),
  counter(
    'litellm_zero_cost_requests_total',
    'Requests that count as free because their price is not known.',
    fresh(({ cost }) => (cost === undefined ? 1 : undefined)),
  ),
  histogram(
    'litellm_llm_api_latency_metric',
    'Seconds that vendors took, all attempts together.',
    fresh(({ upstreamMs }) => inSeconds(upstreamMs)),
  ),
  histogram(
    'litellm_overhead_latency_metric',
    'Seconds that the gateway added, without its guardrails.',
    fresh((request) => inSeconds(Math.max(0, ownMs(request) - guardrailMs(request)))),
  ),
  histogram(
    'litellm_overhead_with_guardrails_latency_metric',
    'Seconds that the gateway and its guardrails added.',
    fresh((request) => inSeconds(ownMs(request))),
  ),
  histogram(
    'litellm_deployment_latency_per_output_token',
    'Seconds to the last byte, of a stream to its first content, for each token of the answer.',
    fresh(latencyPerToken),
  ),
];

function counter(name: MetricName, help: string, read: AnswerFamily['read']): AnswerFamily {
  return { kind: 'counter', name, help, read };
}

function histogram(name: MetricName, help: string, read: AnswerFamily['read']): AnswerFamily {
  return { kind: 'histogram', name, help, read };
}

/** Of answers that a vendor gave now: a hit of the cache uses nothing. */
function fresh(read: AnswerFamily['read']): AnswerFamily['read'] {
  return (request) => (request.isCacheHit ? undefined : read(request));
}

/** LiteLLM's rule for what few vendors tell: nothing is told of 0. */
function some(count: number | undefined): number | undefined {
  return count === 0 ? undefined : count;
}

function billed(unit: 'images' | 'videoSeconds'): AnswerFamily['read'] {
  return ({ answer }) => some(answer.billedAs?.find((use) => use[unit] !== undefined)?.[unit]);
}

function ownMs({ durationMs, upstreamMs }: AnsweredRequest): number {
  return Math.max(0, durationMs - upstreamMs);
}

/** Those that run beside the call take no time of their own. */
function guardrailMs({ guardrails }: AnsweredRequest): number {
  if (guardrails === undefined) return 0;
  const waitedFor = guardrails.filter(({ event }) => event === 'pre_call' || event === 'post_call');
  return waitedFor.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function latencyPerToken({ usage, durationMs, startedAt, firstContentAt }: AnsweredRequest): number | undefined {
  if (usage.completion_tokens === 0) return undefined;
  const tookMs = firstContentAt === undefined ? durationMs : firstContentAt - startedAt;
  return inSeconds(tookMs) / usage.completion_tokens;
}

function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}
