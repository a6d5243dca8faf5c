import { HistogramLines, type Family, type Labels } from './lines.ts';
import { SeriesByLabels, type SeriesOptions } from './series.ts';

/** One series of a histogram: counts by bucket, and their sum. */
export class HistogramSeries {
  readonly #bounds: readonly number[];
  /** Values by bucket, not cumulative, one for what passes every bound, and the sum of all values. */
  readonly figures: Float64Array;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.figures = new Float64Array(bounds.length + 2);
  }

  observe(value: number): void {
    observe(this.figures, 0, this.#bounds, value);
  }
}

/**
 * Counts one value of a histogram among figures that hold more than it.
 *
 * @param figures at `from`, the counts of its buckets, the last one for what passes every bound, and behind them the sum
 * @param bounds rising, each the highest value of its bucket
 */
export function observe(figures: Float64Array, from: number, bounds: readonly number[], value: number): void {
  let bucket = 0;
  while (bucket < bounds.length && value > (bounds[bucket] as number)) bucket += 1;
  (figures[from + bucket] as number) += 1;
  (figures[from + bounds.length + 1] as number) += value;
}

/** A histogram of plain numbers. Resolve `series(labels)` once. */
export class PlainHistogram implements Family {
  readonly type = 'histogram';
  readonly name: string;
  readonly help: string;
  readonly #series: SeriesByLabels<HistogramSeries>;
  readonly #lines: HistogramLines;

  constructor(options: SeriesOptions & { readonly buckets: readonly number[] }) {
    const { name, help, buckets } = options;
    this.name = name;
    this.help = help;
    this.#series = new SeriesByLabels(options, () => new HistogramSeries(buckets));
    this.#lines = new HistogramLines(name, buckets);
  }

  series(labels: Labels = {}): HistogramSeries {
    return this.#series.get(labels);
  }

  *lines(): Iterable<string> {
    for (const [text, { figures }] of this.#series.entries()) yield this.#lines.of(text, figures, 0);
  }
}
