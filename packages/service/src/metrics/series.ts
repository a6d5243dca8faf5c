export type Labels = Readonly<Record<string, string>>;

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
  readonly labels: Labels;
  readonly series: Series;
  /** When it was last asked for, by `performance.now()`. */
  askedAt: number;
}

/** The series of one metric, one for each combination of label values. */
export class SeriesByLabels<Series> {
  readonly #byKey = new Map<string, Entry<Series>>();
  readonly #labelNames: readonly string[];
  readonly #most: number;
  readonly #create: () => Series;
  #other: Entry<Series> | undefined;

  constructor({ labelNames = [], mostSeries = Infinity }: SeriesOptions, create: () => Series) {
    this.#labelNames = labelNames;
    this.#most = mostSeries;
    this.#create = create;
  }

  /** The series of these labels, made at first sight. */
  get(labels: Labels): Series {
    const key = this.#keyOf(labels);
    const known = this.#byKey.get(key);
    if (known) {
      known.askedAt = performance.now();
      return known.series;
    }
    if (this.#byKey.size >= this.#most && this.#labelNames.length > 0) return this.beyond();
    const entry = this.#entry((name) => labels[name] ?? '');
    this.#byKey.set(key, entry);
    return entry.series;
  }

  /** The one that those beyond the bound share. */
  beyond(): Series {
    this.#other ??= this.#entry(() => OTHER);
    return this.#other.series;
  }

  /**
   * Forgets those that nobody has asked for since `time`, by `performance.now()`, but for these, which somebody holds.
   * What they counted is no longer told.
   */
  forgetUnused(time: number, held: ReadonlySet<unknown>): void {
    for (const [key, { series, askedAt }] of this.#byKey) {
      if (askedAt < time && !held.has(series)) this.#byKey.delete(key);
    }
  }

  *entries(): Iterable<Entry<Series>> {
    yield* this.#byKey.values();
    if (this.#other) yield this.#other;
  }

  #entry(valueOf: (name: string) => string): Entry<Series> {
    return {
      labels: Object.fromEntries(this.#labelNames.map((name) => [name, valueOf(name)])),
      series: this.#create(),
      askedAt: performance.now(),
    };
  }

  #keyOf(labels: Labels): string {
    return JSON.stringify(this.#labelNames.map((name) => labels[name] ?? ''));
  }
}
