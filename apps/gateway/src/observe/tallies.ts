import type { ProviderError } from '@showrunner/providers';
import type { CounterSeries, HistogramSeries, Metrics, PlainCounter, PlainHistogram } from '@showrunner/service';
import type { Deployment } from '../exchange/deployment.ts';
import type { RequestRecord } from '../exchange/record.ts';

/** Upper bounds in seconds, LiteLLM's (`litellm/types/integrations/prometheus.py`), without its finest steps. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600];
const MODEL_LABELS = ['requested_model', 'model', 'model_id', 'api_provider'];

/** What is counted for one deployment under one requested name: each an addition to a plain number. */
interface ModelTally {
  readonly requests: CounterSeries;
  readonly inputTokens: CounterSeries;
  readonly outputTokens: CounterSeries;
  readonly totalTokens: CounterSeries;
  readonly spend: CounterSeries;
  readonly unknownCosts: CounterSeries;
  readonly cacheHits: CounterSeries;
  readonly total: HistogramSeries;
  readonly api: HistogramSeries;
  readonly firstToken: HistogramSeries;
  readonly overhead: HistogramSeries;
}

/**
 * The gateway's metrics under LiteLLM's names (`docs/proxy/prometheus.md`), so that its dashboards work. Label values
 * come from the configuration only: what callers make up is counted under the wildcard that took it, or as `other`.
 */
export class Tallies {
  readonly #counters: Readonly<Record<Exclude<keyof ModelTally, HistogramName>, PlainCounter>>;
  readonly #histograms: Readonly<Record<HistogramName, PlainHistogram>>;
  readonly #requestFailures: PlainCounter;
  readonly #attemptFailures: PlainCounter;
  readonly #models = new Map<string, Map<string, ModelTally>>();

  constructor(metrics: Metrics) {
    const counter = (name: string, help: string): PlainCounter =>
      metrics.counter({ name, help, labelNames: MODEL_LABELS });
    const histogram = (name: string, help: string): PlainHistogram =>
      metrics.histogram({ name, help, labelNames: MODEL_LABELS, buckets: BUCKETS });
    this.#counters = {
      requests: counter(
        'litellm_proxy_total_requests_metric_total',
        'Requests answered by a deployment or its cached answer.',
      ),
      inputTokens: counter(
        'litellm_input_tokens_metric_total',
        'Tokens of requests, as vendors counted them or estimated.',
      ),
      outputTokens: counter(
        'litellm_output_tokens_metric_total',
        'Tokens of answers, as vendors counted them or estimated.',
      ),
      totalTokens: counter('litellm_total_tokens_metric_total', 'Tokens of requests and answers.'),
      spend: counter('litellm_spend_metric_total', 'US dollars spent, as far as prices are known.'),
      unknownCosts: counter('showrunner_unknown_cost_requests_total', 'Requests whose cost is not known.'),
      cacheHits: counter('litellm_cache_hits_metric_total', 'Requests answered from the response cache.'),
    };
    this.#histograms = {
      total: histogram('litellm_request_total_latency_metric', 'Seconds from request to last byte.'),
      api: histogram('litellm_llm_api_latency_metric', 'Seconds that vendors took, all attempts together.'),
      firstToken: histogram('litellm_llm_api_time_to_first_token_metric', 'Seconds to the first content of streams.'),
      overhead: histogram('litellm_overhead_latency_metric', 'Seconds that the gateway added.'),
    };
    this.#requestFailures = metrics.counter({
      name: 'litellm_proxy_failed_requests_metric_total',
      help: 'Requests answered with an error.',
      labelNames: ['requested_model', 'exception_status'],
    });
    this.#attemptFailures = metrics.counter({
      name: 'litellm_deployment_failure_responses_total',
      help: 'Calls of vendors that failed, whether or not another one saved the request.',
      labelNames: ['requested_model', 'model_id', 'api_provider', 'exception_status', 'exception_class'],
    });
  }

  /** Counts a finished request: what it used counts also where its stream broke. */
  count(record: RequestRecord): void {
    const { deployment, usage } = record;
    if (record.failure !== undefined) {
      this.#requestFailures.increment({ requested_model: record.model, exception_status: String(record.status) });
    }
    if (!deployment || !usage) return;
    const tally = this.#tallyOf(deployment, record.model);
    if (record.failure === undefined) tally.requests.value++;
    tally.total.observe(record.durationMs / 1000);
    if (record.firstContentAt !== undefined) {
      tally.firstToken.observe((record.firstContentAt - record.startedAt) / 1000);
    }
    if (record.isCacheHit) {
      tally.cacheHits.value++;
      return;
    }
    tally.inputTokens.value += usage.prompt_tokens;
    tally.outputTokens.value += usage.completion_tokens;
    tally.totalTokens.value += usage.total_tokens;
    if (record.cost === undefined) tally.unknownCosts.value++;
    else tally.spend.value += record.cost;
    tally.api.observe(record.upstreamMs / 1000);
    tally.overhead.observe(Math.max(0, record.durationMs - record.upstreamMs) / 1000);
  }

  #tallyOf(deployment: Deployment, requested: string): ModelTally {
    let byName = this.#models.get(deployment.id);
    if (!byName) this.#models.set(deployment.id, (byName = new Map<string, ModelTally>()));
    let tally = byName.get(requested);
    if (!tally) byName.set(requested, (tally = this.#resolve(deployment, requested)));
    return tally;
  }

  /** A call of a vendor failed, whether or not the request was saved by another. */
  countAttemptFailure({ id, group, adapter }: Deployment, failure: ProviderError): void {
    this.#attemptFailures.increment({
      requested_model: group,
      model_id: id,
      api_provider: adapter.name,
      exception_status: String(failure.status),
      exception_class: failure.kind,
    });
  }

  /** Labels are looked up once for a deployment and a name. */
  #resolve(deployment: Deployment, requested: string): ModelTally {
    const labels = {
      requested_model: requested,
      // A wildcard's own pattern, not what callers made of it.
      model: deployment.group.includes('*') ? deployment.group : deployment.model,
      model_id: deployment.id,
      api_provider: deployment.adapter.name,
    };
    const { requests, inputTokens, outputTokens, totalTokens, spend, unknownCosts, cacheHits } = this.#counters;
    const { total, api, firstToken, overhead } = this.#histograms;
    return {
      requests: requests.series(labels),
      inputTokens: inputTokens.series(labels),
      outputTokens: outputTokens.series(labels),
      totalTokens: totalTokens.series(labels),
      spend: spend.series(labels),
      unknownCosts: unknownCosts.series(labels),
      cacheHits: cacheHits.series(labels),
      total: total.series(labels),
      api: api.series(labels),
      firstToken: firstToken.series(labels),
      overhead: overhead.series(labels),
    };
  }
}

type HistogramName = 'total' | 'api' | 'firstToken' | 'overhead';
