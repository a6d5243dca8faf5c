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

  constructor(registry: Registry, options: SeriesOptions) {
    const { name, help, labelNames = [] } = options;
    const series = new SeriesByLabels<CounterSeries>(options, () => ({ value: 0 }));
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

  /** The one that those beyond the bound share: for whoever keeps to that bound itself. */
  beyond(): CounterSeries {
    return this.#series.beyond();
  }

  /** Forgets those that nobody has asked for since then, by `performance.now()`, but for those that somebody holds. */
  forgetUnused(time: number, held: ReadonlySet<unknown>): void {
    this.#series.forgetUnused(time, held);
  }

  /** For what happens rarely. */
  increment(labels: Labels = {}, by = 1): void {
    this.series(labels).value += by;
  }
}
