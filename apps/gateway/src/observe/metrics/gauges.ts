import type { GaugeValue, Merge, Metrics } from '@showrunner/service';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import type { MetricName } from '../../litellm/metric-labels.ts';
import type { LabelValues } from './label-values.ts';

/** One figure of a gauge. */
export interface Figure {
  readonly labels: LabelValues;
  readonly value: number;
}

/** A gauge under LiteLLM's name, read when it is scraped. */
export interface GaugeFamily {
  readonly name: MetricName;
  readonly help: string;
  /** How the figures of several workers make one: where each knows a part of what was used, whoever knows of most is right. */
  readonly merge: Merge;
  readonly read: () => Iterable<Figure> | Promise<Iterable<Figure>>;
}

/** The gauges of one configuration, registered for as long as it serves. */
export class GaugeTable {
  readonly #metrics: Metrics;
  readonly #names: MetricName[] = [];

  constructor(metrics: Metrics, { labels, mostSeries }: MetricsSettings, families: readonly GaugeFamily[]) {
    this.#metrics = metrics;
    for (const { name, help, merge, read } of families) {
      const labelNames = labels.get(name);
      if (!labelNames) continue;
      this.#names.push(name);
      metrics.gauges({
        name,
        help,
        labelNames,
        merge,
        mostSeries,
        read: async () => (await read()) as Iterable<GaugeValue>,
      });
    }
  }

  dispose(): void {
    for (const name of this.#names) this.#metrics.remove(name);
  }
}
