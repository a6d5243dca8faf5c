import type { GaugeValue, Metrics } from '@showrunner/service';
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
  readonly read: () => Iterable<Figure> | Promise<Iterable<Figure>>;
}

/** The gauges of one configuration, registered for as long as it serves. */
export class GaugeTable {
  readonly #metrics: Metrics;
  readonly #names: MetricName[] = [];

  constructor(metrics: Metrics, { labels, mostSeries }: MetricsSettings, families: readonly GaugeFamily[]) {
    this.#metrics = metrics;
    for (const { name, help, read } of families) {
      const labelNames = labels.get(name);
      if (!labelNames) continue;
      this.#names.push(name);
      metrics.gauges({
        name,
        help,
        labelNames,
        read: async () => distinct(await read(), labelNames, mostSeries),
      });
    }
  }

  dispose(): void {
    for (const name of this.#names) this.#metrics.remove(name);
  }
}

/**
 * Two figures of one series would make the whole answer invalid: the last one holds. Those beyond the bound are left
 * out, because a sum of what is left to several says nothing.
 */
function distinct(figures: Iterable<Figure>, labelNames: readonly string[], most: number): Iterable<GaugeValue> {
  const byLabels = new Map<string, GaugeValue>();
  for (const { labels, value } of figures) {
    const named = labels as Readonly<Record<string, string>>;
    const key = JSON.stringify(labelNames.map((name) => named[name]));
    if (byLabels.size < most || byLabels.has(key)) byLabels.set(key, { labels: named, value });
  }
  return byLabels.values();
}
