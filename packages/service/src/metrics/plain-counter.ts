import { Counter, type Registry } from 'prom-client';
import { SeriesByLabels, type Labels, type SeriesOptions } from './series.ts';

/** Add to `value` where the event happens. It never goes down. */
export interface CounterSeries {
  value: number;
}

/**
 * A counter of plain numbers, which prom-client gets to see when it is scraped. Resolve `series(labels)` once, outside
 * the hot path, and keep it: counting is then one addition.
 */
export class PlainCounter {
  readonly #series: SeriesByLabels<CounterSeries>;

  constructor(registry: Registry, { name, help, labelNames = [] }: SeriesOptions) {
    const series = new SeriesByLabels<CounterSeries>(labelNames, () => ({ value: 0 }));
    this.#series = series;
    const counter: Counter = new Counter({
      name,
      help,
      labelNames,
      registers: [registry],
      collect: () => {
        counter.reset();
        for (const {
          labels,
          series: { value },
        } of series.entries())
          counter.inc(labels, value);
      },
    });
  }

  series(labels: Labels = {}): CounterSeries {
    return this.#series.get(labels);
  }

  /** For what happens rarely. */
  increment(labels: Labels = {}, by = 1): void {
    this.series(labels).value += by;
  }
}
