import { figureLine, type Family, type Labels } from './lines.ts';
import { SeriesByLabels, type SeriesOptions } from './series.ts';

/** Add to `value` where the event happens. It never goes down. */
export interface CounterSeries {
  value: number;
}

/**
 * A counter of plain numbers. Resolve `series(labels)` once, outside the hot path, and keep it: counting is then one
 * addition.
 */
export class PlainCounter implements Family {
  readonly type = 'counter';
  readonly name: string;
  readonly help: string;
  readonly #series: SeriesByLabels<CounterSeries>;

  constructor(options: SeriesOptions) {
    this.name = options.name;
    this.help = options.help;
    this.#series = new SeriesByLabels<CounterSeries>(options, () => ({ value: 0 }));
  }

  series(labels: Labels = {}): CounterSeries {
    return this.#series.get(labels);
  }

  /** Forgets those that nobody has asked for since then, by `performance.now()`. */
  forgetUnused(time: number): void {
    this.#series.forgetUnused(time);
  }

  /** For what happens rarely. */
  increment(labels: Labels = {}, by = 1): void {
    this.series(labels).value += by;
  }

  /** What each series has counted, by what stands between its braces. */
  *counts(): Iterable<readonly [text: string, value: number]> {
    for (const [text, { value }] of this.#series.entries()) yield [text, value];
  }

  *lines(): Iterable<string> {
    for (const [text, value] of this.counts()) yield figureLine(this.name, text, value);
  }
}
