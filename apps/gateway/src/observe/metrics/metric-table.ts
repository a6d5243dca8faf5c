import type { CounterSeries, HistogramSeries, Metrics, PlainCounter, PlainHistogram } from '@showrunner/service';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import type { MetricName } from '../../litellm/metric-labels.ts';
import { answerFamilies, type AnswerFamily } from './families.ts';
import type { LabelValues } from './label-values.ts';

/** A series of an `AnswerFamily` that is added to. */
interface CountedSeries {
  readonly read: AnswerFamily['read'];
  readonly series: CounterSeries;
}

/** One that is observed. */
interface ObservedSeries {
  readonly read: AnswerFamily['read'];
  readonly series: HistogramSeries;
}

/** The series of all `answerFamilies` for one set of label values. */
export interface AnswerSeries {
  readonly counted: readonly CountedSeries[];
  readonly observed: readonly ObservedSeries[];
}

/** Counters of what is not an answer. */
const eventMetrics = {
  litellm_proxy_failed_requests_metric: 'Requests answered with an error.',
  litellm_llm_api_failed_requests_metric: 'Calls of vendors that failed; the one before it tells more.',
  litellm_deployment_success_responses: 'Calls of vendors that went well.',
  litellm_deployment_failure_responses: 'Calls of vendors that failed, whether or not another one saved the request.',
  litellm_deployment_total_requests: 'Calls of vendors.',
  litellm_deployment_successful_fallbacks: 'Requests that a group answered in place of another.',
  litellm_deployment_failed_fallbacks: 'Groups that stood in for another and failed as well.',
  litellm_deployment_cooled_down: 'Times that a deployment was put to rest.',
} as const satisfies Partial<Record<MetricName, string>>;

export type EventMetric = keyof typeof eventMetrics;

/**
 * The counters and histograms of one configuration, registered for as long as it serves. A name that it leaves out is
 * counted nowhere.
 */
export class MetricTable {
  readonly #metrics: Metrics;
  readonly #names: string[] = [];
  readonly #counters = new Map<string, PlainCounter>();
  readonly #histograms = new Map<string, PlainHistogram>();

  constructor(metrics: Metrics, settings: MetricsSettings) {
    this.#metrics = metrics;
    for (const [metric, labelNames] of settings.labels) {
      const family = answerFamilies.find(({ name }) => name === metric);
      const help = family?.help ?? (eventMetrics as Partial<Record<MetricName, string>>)[metric];
      if (help === undefined) continue;
      const name = family?.kind === 'histogram' ? metric : counterName(metric);
      const options = { name, help, labelNames, mostSeries: settings.mostSeries };
      this.#names.push(name);
      if (family?.kind === 'histogram') {
        this.#histograms.set(metric, metrics.histogram({ ...options, buckets: settings.latencyBuckets }));
      } else {
        this.#counters.set(metric, metrics.counter(options));
      }
    }
  }

  /** The series of answers with these labels; without any, those that all share who are too many. */
  answers(labels: LabelValues | undefined): AnswerSeries {
    const counted: CountedSeries[] = [];
    const observed: ObservedSeries[] = [];
    for (const { name, read } of answerFamilies) {
      const counter = this.#counters.get(name);
      const histogram = this.#histograms.get(name);
      if (counter) counted.push({ read, series: labels ? counter.series(labels) : counter.beyond() });
      if (histogram) observed.push({ read, series: labels ? histogram.series(labels) : histogram.beyond() });
    }
    return { counted, observed };
  }

  /** The series of a counter; without labels, that of all who are too many. Nothing where it is left out. */
  counter(metric: EventMetric, labels: LabelValues | undefined): CounterSeries | undefined {
    const counter = this.#counters.get(metric);
    return labels ? counter?.series(labels) : counter?.beyond();
  }

  count(metric: EventMetric | 'litellm_proxy_total_requests_metric', labels: LabelValues): void {
    this.#counters.get(metric)?.increment(labels);
  }

  /** Forgets series that nobody has asked for since then, by `performance.now()`, but for those that somebody holds. */
  forgetUnused(time: number, held: ReadonlySet<unknown>): void {
    for (const metric of [...this.#counters.values(), ...this.#histograms.values()]) metric.forgetUnused(time, held);
  }

  dispose(): void {
    for (const name of this.#names) this.#metrics.remove(name);
  }
}

/** Python's client ends the names of counters so. */
function counterName(metric: MetricName): string {
  return metric.endsWith('_total') ? metric : `${metric}_total`;
}
