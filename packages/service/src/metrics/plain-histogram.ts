import type { Histogram, MetricValueWithName, Registry } from 'prom-client';
import { SeriesByLabels, type Labels, type SeriesOptions } from './series.ts';

/** One series of a histogram: counts by bucket, and their sum. */
export class HistogramSeries {
  readonly #bounds: readonly number[];
  /** Observations by bucket, not cumulative; the last one is for what passes every bound. */
  readonly counts: Float64Array;
  sum = 0;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    let bucket = 0;
    while (bucket < this.#bounds.length && value > (this.#bounds[bucket] as number)) bucket += 1;
    this.counts[bucket] = (this.counts[bucket] as number) + 1;
    this.sum += value;
  }
}

/** A histogram of plain numbers, which prom-client gets to see when it is scraped. Resolve `series(labels)` once. */
export class PlainHistogram {
  readonly #series: SeriesByLabels<HistogramSeries>;

  constructor(registry: Registry, options: SeriesOptions & { readonly buckets: readonly number[] }) {
    const { name, help, buckets } = options;
    const all = new SeriesByLabels(options, () => new HistogramSeries(buckets));
    this.#series = all;
    const scraped = {
      name,
      get: async () => ({
        name,
        help,
        type: 'histogram',
        aggregator: 'sum',
        values: [...all.entries()].flatMap(({ labels, series }) => valuesOf(name, buckets, labels, series)),
      }),
    };
    // A registry asks a metric for its name and for `get()` only (prom-client 15 `lib/registry.js`); the type wants one
    // of its own classes, none of which can be given counts.
    registry.registerMetric(scraped as unknown as Histogram);
  }

  series(labels: Labels = {}): HistogramSeries {
    return this.#series.get(labels);
  }

  /** The one that those beyond the bound share: for whoever keeps to that bound itself. */
  beyond(): HistogramSeries {
    return this.#series.beyond();
  }

  /** Forgets those that nobody has asked for since then, by `performance.now()`, but for those that somebody holds. */
  forgetUnused(time: number, held: ReadonlySet<unknown>): void {
    this.#series.forgetUnused(time, held);
  }
}

/** As Python's client writes it, so that rules that name a bound find it: `1.0`. */
function boundText(bound: number | undefined): string {
  if (bound === undefined) return '+Inf';
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

/** Prometheus' buckets are cumulative, the last one is `+Inf` and equals the count. */
function valuesOf(
  name: string,
  bounds: readonly number[],
  labels: Labels,
  series: HistogramSeries,
): MetricValueWithName<string>[] {
  let count = 0;
  const buckets = [...series.counts].map((observed, index) => {
    count += observed;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: boundText(bounds[index]) }, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels: { ...labels }, value: series.sum },
    { metricName: `${name}_count`, labels: { ...labels }, value: count },
  ];
}
