import { collectDefaultMetrics, Registry } from 'prom-client';
import { PlainCounter } from './plain-counter.ts';
import { PlainHistogram } from './plain-histogram.ts';
import { readFigure, type FigureOptions } from './read-figure.ts';
import { readGauges, type GaugesOptions } from './read-gauges.ts';
import type { SeriesOptions } from './series.ts';

export interface Metrics {
  /** For metrics that are not on a hot path: prom-client's own classes with `registers: [metrics.registry]`. */
  readonly registry: Registry;
  readonly contentType: string;
  /** A counter that costs one addition where it counts. */
  counter(options: SeriesOptions): PlainCounter;
  /** A histogram that costs a short search and three additions where it observes. */
  histogram(options: SeriesOptions & { readonly buckets: readonly number[] }): PlainHistogram;
  /** A figure that somebody else keeps, read when it is scraped. */
  figure(options: FigureOptions): void;
  /** Figures of one name with labels that somebody else keeps, read when they are scraped. */
  gauges(options: GaugesOptions): void;
  /** Takes a metric away, so that another one can have its name. */
  remove(name: string): void;
  /** Everything in Prometheus' text format. */
  render(): Promise<string>;
}

/** A registry of its own, with the process's figures (CPU, memory, event-loop lag, garbage collection) in it. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    contentType: registry.contentType,
    counter: (options) => new PlainCounter(registry, options),
    histogram: (options) => new PlainHistogram(registry, options),
    figure: (options) => readFigure(registry, options),
    gauges: (options) => readGauges(registry, options),
    remove: (name) => registry.removeSingleMetric(name),
    render: () => registry.metrics(),
  };
}
