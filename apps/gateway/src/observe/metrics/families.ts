import { ProviderError, type Usage } from '@showrunner/providers';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { FinishedRecord } from '../../exchange/record.ts';

/** A finished request that a deployment, or its cached answer, had a part in. */
export type AnsweredRequest = FinishedRecord & { readonly deployment: Deployment; readonly usage: Usage };

/** A metric of answered requests, with `modelLabels`: what one of them adds to it, or nothing. */
export interface AnswerFamily {
  readonly kind: 'counter' | 'histogram';
  readonly name: string;
  readonly help: string;
  readonly read: (request: AnsweredRequest) => number | undefined;
}

/** A counter of what is seldom: its labels are made anew each time. Nothing for what it does not count. */
export interface EventFamily<Event> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly read: (event: Event) => Readonly<Record<string, string>> | undefined;
}

/** LiteLLM's labels of what a deployment answered. */
export const modelLabelNames = ['requested_model', 'model', 'model_id', 'api_provider'] as const;

/** Label values come from the configuration alone: what callers make up counts as the wildcard that took it. */
export function modelLabels({ deployment, model }: AnsweredRequest): Record<(typeof modelLabelNames)[number], string> {
  const { id, group, adapter } = deployment;
  return {
    requested_model: model,
    model: group.includes('*') ? group : deployment.model,
    model_id: id,
    api_provider: adapter.name,
  };
}

/**
 * The gateway's metrics, under LiteLLM's names where it has one (`docs/proxy/prometheus.md`), so that its dashboards
 * work. A new metric is a line here. What a request used counts also where its stream broke.
 */
export const answerFamilies: readonly AnswerFamily[] = [
  counter(
    'litellm_proxy_total_requests_metric_total',
    'Requests answered by a deployment or its cached answer.',
    ({ failure }) => (failure === undefined ? 1 : undefined),
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
  counter('litellm_cache_hits_metric_total', 'Requests answered from the response cache.', ({ isCacheHit }) =>
    isCacheHit ? 1 : undefined,
  ),
  counter(
    'litellm_input_tokens_metric_total',
    'Tokens of requests, as vendors counted them or estimated.',
    fresh(({ usage }) => usage.prompt_tokens),
  ),
  counter(
    'litellm_output_tokens_metric_total',
    'Tokens of answers, as vendors counted them or estimated.',
    fresh(({ usage }) => usage.completion_tokens),
  ),
  counter(
    'litellm_total_tokens_metric_total',
    'Tokens of requests and answers.',
    fresh(({ usage }) => usage.total_tokens),
  ),
  counter(
    'litellm_spend_metric_total',
    'US dollars spent, as far as prices are known.',
    fresh(({ cost }) => cost),
  ),
  counter(
    'showrunner_unknown_cost_requests_total',
    'Requests whose cost is not known.',
    fresh(({ cost }) => (cost === undefined ? 1 : undefined)),
  ),
  histogram(
    'litellm_llm_api_latency_metric',
    'Seconds that vendors took, all attempts together.',
    fresh(({ upstreamMs }) => inSeconds(upstreamMs)),
  ),
  histogram(
    'litellm_overhead_latency_metric',
    'Seconds that the gateway added.',
    fresh(({ durationMs, upstreamMs }) => inSeconds(Math.max(0, durationMs - upstreamMs))),
  ),
];

export const requestFamilies: readonly EventFamily<FinishedRecord>[] = [
  {
    name: 'litellm_proxy_failed_requests_metric_total',
    help: 'Requests answered with an error.',
    labelNames: ['requested_model', 'exception_status'],
    read: ({ failure, model, status }) =>
      failure === undefined ? undefined : { requested_model: model, exception_status: String(status) },
  },
];

export const attemptFamilies: readonly EventFamily<Attempt>[] = [
  {
    name: 'litellm_deployment_failure_responses_total',
    help: 'Calls of vendors that failed, whether or not another one saved the request.',
    labelNames: ['requested_model', 'model_id', 'api_provider', 'exception_status', 'exception_class'],
    read: ({ failure, deployment: { id, group, adapter } }) =>
      ProviderError.isInstance(failure)
        ? {
            requested_model: group,
            model_id: id,
            api_provider: adapter.name,
            exception_status: String(failure.status),
            exception_class: failure.kind,
          }
        : undefined,
  },
];

function counter(name: string, help: string, read: AnswerFamily['read']): AnswerFamily {
  return { kind: 'counter', name, help, read };
}

function histogram(name: string, help: string, read: AnswerFamily['read']): AnswerFamily {
  return { kind: 'histogram', name, help, read };
}

/** Of answers that a vendor gave now: a hit of the cache uses nothing. */
function fresh(read: AnswerFamily['read']): AnswerFamily['read'] {
  return (request) => (request.isCacheHit ? undefined : read(request));
}

function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}
