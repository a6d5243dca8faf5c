import { figureLine, labelText, type Family, type Labels, type Merge } from './lines.ts';

/** One figure, and whose it is. */
export interface GaugeValue {
  readonly labels: Labels;
  readonly value: number;
}

export interface GaugesOptions {
  readonly name: string;
  readonly help: string;
  /** Those of a figure's labels that are told. */
  readonly labelNames: readonly string[];
  /**
   * How many series it may have; without it any number. Those beyond are left out, because a sum of what is left to
   * several says nothing.
   */
  readonly mostSeries?: number | undefined;
  /** How those of several processes make one; `sum` unless said. */
  readonly merge?: Merge | undefined;
  /** The figures as they are now; of those with the same labels the last one holds. */
  readonly read: () => Iterable<GaugeValue> | Promise<Iterable<GaugeValue>>;
}

/** Figures of one name that somebody else keeps, read when they are scraped. */
export function readGauges({ name, help, labelNames, merge, mostSeries = Infinity, read }: GaugesOptions): Family {
  return {
    name,
    help,
    merge,
    type: 'gauge',
    async lines() {
      const byText = new Map<string, number>();
      for (const { labels, value } of await read()) {
        const text = labelText(labelNames, (label) => labels[label]);
        if (byText.size < mostSeries || byText.has(text)) byText.set(text, value);
      }
      return [...byText].map(([text, value]) => figureLine(name, text, value));
    },
  };
}
