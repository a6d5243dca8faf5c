import type { Gauge, Registry } from 'prom-client';
import type { Labels } from './series.ts';

/** One figure, and whose it is. */
export interface GaugeValue {
  readonly labels: Labels;
  readonly value: number;
}

export interface GaugesOptions {
  readonly name: string;
  readonly help: string;
  /** A figure has all of these. */
  readonly labelNames: readonly string[];
  /** The figures as they are now. */
  readonly read: () => Iterable<GaugeValue> | Promise<Iterable<GaugeValue>>;
}

/** Figures of one name that somebody else keeps, read when they are scraped. */
export function readGauges(registry: Registry, { name, help, labelNames, read }: GaugesOptions): void {
  const scraped = {
    name,
    get: async () => ({
      name,
      help,
      type: 'gauge',
      aggregator: 'sum',
      values: [...(await read())].map(({ labels, value }) => ({
        labels: Object.fromEntries(labelNames.map((label) => [label, labels[label] ?? ''])),
        value,
      })),
    }),
  };
  // As in `plain-histogram.ts`: a registry asks for no more than this.
  registry.registerMetric(scraped as unknown as Gauge);
}
