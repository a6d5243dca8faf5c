import { figureLine, HistogramLines, PlainCounter, type Metrics } from '@showrunner/service';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import type { LabelName, MetricName } from '../../litellm/metric-labels.ts';
import { seriesOf, seriesOfOthers, type PlacedMetric, type Series } from './answer-series.ts';
import { answerFamilies } from './families.ts';
import type { LabelValues } from './label-values.ts';
import { Layout } from './layout.ts';
import type { SeenCaller, SeenDeployment } from './seen.ts';

/** What is counted each time by its labels: what is not an answer. */
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

type EventMetric = keyof typeof eventMetrics;

/** Who has series, and what they count in who have none of their own. */
export interface Counted {
  readonly callers: () => Iterable<SeenCaller>;
  readonly others: () => SeenDeployment | undefined;
}

/**
 * The counters and histograms of one configuration, registered for as long as it serves. A name that it leaves out is
 * told nowhere.
 */
export class MetricTable {
  readonly layout: Layout;
  /** Those of answers. */
  readonly placed = new Map<MetricName, PlacedMetric>();
  readonly #metrics: Metrics;
  readonly #names: string[] = [];
  /** What is counted by its labels; of some metrics there are answers beside it. */
  readonly #events = new Map<string, PlainCounter>();

  constructor(metrics: Metrics, settings: MetricsSettings, counted: Counted) {
    this.#metrics = metrics;
    this.layout = new Layout(settings.latencyBuckets);
    for (const [metric, labelNames] of settings.labels) this.#register(metric, labelNames, settings, counted);
  }

  count(metric: EventMetric | 'litellm_proxy_total_requests_metric', labels: LabelValues): void {
    this.#events.get(metric)?.increment(labels);
  }

  /** Forgets events that nobody has told of since then, by `performance.now()`. */
  forgetUnused(time: number): void {
    for (const events of this.#events.values()) events.forgetUnused(time);
  }

  dispose(): void {
    for (const name of this.#names) this.#metrics.remove(name);
  }

  #register(
    metric: MetricName,
    labelNames: readonly LabelName[],
    { mostSeries, latencyBuckets }: MetricsSettings,
    counted: Counted,
  ): void {
    const family = answerFamilies.find(({ name }) => name === metric);
    const help = family?.help ?? (eventMetrics as Partial<Record<MetricName, string>>)[metric];
    const place = this.layout.places.get(metric);
    if (help === undefined) return;
    const placed = place && { labelNames, place };
    if (placed) this.placed.set(metric, placed);
    if (family?.kind === 'histogram') {
      const lines = new HistogramLines(metric, latencyBuckets);
      this.#metrics.add({
        name: metric,
        help,
        type: 'histogram',
        lines: () => histogramLines(lines, seriesAndOthers(placed, counted)),
      });
      this.#names.push(metric);
      return;
    }
    const name = counterName(metric);
    const events = hasEvents(metric) ? new PlainCounter({ name, help, labelNames, mostSeries }) : undefined;
    if (events) this.#events.set(metric, events);
    const lines = (): Iterable<string> => counterLines(name, seriesAndOthers(placed, counted), events);
    this.#metrics.add({ name, help, type: 'counter', lines });
    this.#names.push(name);
  }
}

/** Python's client ends the names of counters so. */
function counterName(metric: MetricName): string {
  return metric.endsWith('_total') ? metric : `${metric}_total`;
}

function hasEvents(metric: MetricName): boolean {
  return metric === 'litellm_proxy_total_requests_metric' || Object.hasOwn(eventMetrics, metric);
}

function* seriesAndOthers(metric: PlacedMetric | undefined, { callers, others }: Counted): Iterable<Series> {
  if (!metric) return;
  yield* seriesOf(metric, callers());
  const beyond = others();
  if (beyond) yield* seriesOfOthers(metric, beyond);
}

function* histogramLines(lines: HistogramLines, series: Iterable<Series>): Iterable<string> {
  for (const [text, figures] of series) yield lines.of(text, figures, 0);
}

function* counterLines(name: string, series: Iterable<Series>, events: PlainCounter | undefined): Iterable<string> {
  const counts = new Map(events?.counts());
  for (const [text, [figure = 0]] of series) {
    yield figureLine(name, text, figure + (counts.get(text) ?? 0));
    counts.delete(text);
  }
  for (const [text, value] of counts) yield figureLine(name, text, value);
}
