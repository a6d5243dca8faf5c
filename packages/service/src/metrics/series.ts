import { labelText, type Labels } from './lines.ts';

export interface SeriesOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** How many series it may have; without it any number. All beyond share one, whose labels are all `other`. */
  readonly mostSeries?: number | undefined;
}

/** What every label of the series is that stands for those beyond `mostSeries`. */
const OTHER = 'other';

interface Entry<Series> {
  readonly series: Series;
  /** When it was last asked for, by `performance.now()`. */
  askedAt: number;
}

/** The series of one metric, one for each combination of label values. */
export class SeriesByLabels<Series> {
  /** By what stands between their braces. */
  readonly #byText = new Map<string, Entry<Series>>();
  readonly #labelNames: readonly string[];
  readonly #most: number;
  readonly #create: () => Series;
  #other: Series | undefined;

  constructor({ labelNames = [], mostSeries = Infinity }: SeriesOptions, create: () => Series) {
    this.#labelNames = labelNames;
    this.#most = mostSeries;
    this.#create = create;
    if (labelNames.length === 0) this.get({});
  }

  /** The series of these labels, made at first sight. */
  get(labels: Labels): Series {
    const text = labelText(this.#labelNames, (name) => labels[name]);
    const known = this.#byText.get(text);
    if (known) {
      known.askedAt = performance.now();
      return known.series;
    }
    if (this.#byText.size >= this.#most && this.#labelNames.length > 0) return (this.#other ??= this.#create());
    const series = this.#create();
    this.#byText.set(text, { series, askedAt: performance.now() });
    return series;
  }

  /** Forgets those that nobody has asked for since `time`, by `performance.now()`: what they counted is not told. */
  forgetUnused(time: number): void {
    if (this.#labelNames.length === 0) return;
    for (const [text, { askedAt }] of this.#byText) {
      if (askedAt < time) this.#byText.delete(text);
    }
  }

  /** Each series, and what stands between its braces. */
  *entries(): Iterable<readonly [text: string, series: Series]> {
    for (const [text, { series }] of this.#byText) yield [text, series];
    if (this.#other !== undefined) yield [labelText(this.#labelNames, () => OTHER), this.#other];
  }
}
