import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { FinishedRecord } from '../../exchange/record/record.ts';
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
  /**
   * Of every answer, of those that a vendor gave now (a hit of the cache uses nothing), of those of the cache, or of those
   * of a vendor that told more than most do: whatever the others have nothing of is not asked of them.
   */
  readonly when: 'always' | 'answered' | 'cached' | 'detailed';
  readonly read: (request: AnsweredRequest) => number | undefined;
}

/**
 * What is counted of each answer, under LiteLLM's names (`integrations/prometheus.py`, 1.108.7), so that its dashboards
 * work; the labels are in `litellm/metric-labels.ts`. What a request used counts also where its stream broke.
 */
export const answerFamilies: readonly AnswerFamily[] = [
  counter('always', 'litellm_proxy_total_requests_metric', 'Requests, however they ended, by status.', oneAnswered),
  counter('always', 'litellm_requests_metric', 'Requests that were answered.', oneAnswered),
  histogram(
    'always',
    'litellm_request_total_latency_metric',
    'Seconds from request to last byte.',
    ({ durationMs }) => durationMs / 1000,
  ),
  histogram(
    'always',
    'litellm_llm_api_time_to_first_token_metric',
    'Seconds to the first content of streams.',
    ({ startedAt, firstContentAt }) => (firstContentAt === undefined ? undefined : (firstContentAt - startedAt) / 1000),
  ),
  histogram(
    'always',
    'litellm_request_queue_time_seconds',
    'Seconds from a request to the first call of a vendor: key, limits, budgets, guardrails, cache.',
    ({ startedAt, calledAt }) => (calledAt === undefined ? undefined : (calledAt - startedAt) / 1000),
  ),
  counter('cached', 'litellm_cache_hits_metric', 'Requests answered from the response cache.', () => 1),
  counter(
    'cached',
    'litellm_cached_tokens_metric',
    'Tokens of answers from the response cache.',
    ({ usage }) => usage.total_tokens,
  ),
  counter('answered', 'litellm_cache_misses_metric', 'Requests that a vendor answered.', oneAnswered),
  counter(
    'answered',
    'litellm_input_tokens_metric',
    'Tokens of requests, as vendors counted them or estimated.',
    ({ usage }) => usage.prompt_tokens,
  ),
  counter(
    'answered',
    'litellm_output_tokens_metric',
    'Tokens of answers, as vendors counted them or estimated.',
    ({ usage }) => usage.completion_tokens,
  ),
  counter(
    'answered',
    'litellm_total_tokens_metric',
    'Tokens of requests and answers.',
    ({ usage }) => usage.total_tokens,
  ),
  ...(['litellm_input_cached_tokens_metric', 'litellm_provider_cache_read_input_tokens_metric'] as const).map((name) =>
    counter(
      'detailed',
      name,
      'Tokens of requests that a vendor had in its cache.',
      ({ usage }) => usage.prompt_tokens_details?.cached_tokens,
    ),
  ),
  ...(
    ['litellm_input_cache_creation_tokens_metric', 'litellm_provider_cache_creation_input_tokens_metric'] as const
  ).map((name) =>
    counter(
      'detailed',
      name,
      'Tokens of requests that a vendor put into its cache.',
      ({ usage }) => usage.prompt_tokens_details?.cache_creation_tokens,
    ),
  ),
  counter(
    'detailed',
    'litellm_input_audio_tokens_metric',
    'Tokens of requests that were sound.',
    ({ usage }) => usage.prompt_tokens_details?.audio_tokens,
  ),
  counter(
    'detailed',
    'litellm_output_reasoning_tokens_metric',
    'Tokens of answers that were reasoning.',
    ({ usage }) => usage.completion_tokens_details?.reasoning_tokens,
  ),
  counter(
    'detailed',
    'litellm_output_audio_tokens_metric',
    'Tokens of answers that were sound.',
    ({ usage }) => usage.completion_tokens_details?.audio_tokens,
  ),
  counter('detailed', 'litellm_images_generated_metric', 'Pictures that were made.', billed('images')),
  counter(
    'detailed',
    'litellm_video_duration_seconds_metric',
    'Seconds of video that were made.',
    billed('videoSeconds'),
  ),
  counter('answered', 'litellm_spend_metric', 'US dollars spent, as far as prices are known.', ({ cost }) => cost),
  counter(
    'answered',
    'litellm_zero_cost_requests_total',
    'Requests that count as free because their price is not known.',
    ({ cost }) => (cost === undefined ? 1 : undefined),
  ),
  histogram(
    'answered',
    'litellm_llm_api_latency_metric',
    'Seconds that vendors took, all attempts together.',
    ({ upstreamMs }) => upstreamMs / 1000,
  ),
  histogram(
    'answered',
    'litellm_overhead_latency_metric',
    'Seconds that the gateway added, without its guardrails.',
    (request) => Math.max(0, ownMs(request) - guardrailMs(request)) / 1000,
  ),
  histogram(
    'answered',
    'litellm_overhead_with_guardrails_latency_metric',
    'Seconds that the gateway and its guardrails added.',
    (request) => ownMs(request) / 1000,
  ),
  histogram(
    'answered',
    'litellm_deployment_latency_per_output_token',
    'Seconds to the last byte, of a stream to its first content, for each token of the answer.',
    latencyPerToken,
  ),
];

/** Whether a vendor told more of an answer than most do. */
export function isDetailed({ isCacheHit, usage, answer }: AnsweredRequest): boolean {
  if (isCacheHit) return false;
  return (
    usage.prompt_tokens_details !== undefined ||
    usage.completion_tokens_details !== undefined ||
    answer.billedAs !== undefined
  );
}

function counter(when: AnswerFamily['when'], name: MetricName, help: string, read: AnswerFamily['read']): AnswerFamily {
  return { kind: 'counter', when, name, help, read };
}

function histogram(
  when: AnswerFamily['when'],
  name: MetricName,
  help: string,
  read: AnswerFamily['read'],
): AnswerFamily {
  return { kind: 'histogram', when, name, help, read };
}

function oneAnswered({ failure }: AnsweredRequest): number | undefined {
  return failure === undefined ? 1 : undefined;
}

function billed(unit: 'images' | 'videoSeconds'): AnswerFamily['read'] {
  return ({ answer }) => answer.billedAs?.find((use) => use[unit] !== undefined)?.[unit];
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
  return tookMs / 1000 / usage.completion_tokens;
}
