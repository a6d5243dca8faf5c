export type Labels = Readonly<Record<string, string>>;

export interface SeriesOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
}

/** The series of one metric, one for each combination of label values. */
export class SeriesByLabels<Series> {
  readonly #byKey = new Map<string, { readonly labels: Labels; readonly series: Series }>();
  readonly #labelNames: readonly string[];
  readonly #create: () => Series;

  constructor(labelNames: readonly string[], create: () => Series) {
    this.#labelNames = labelNames;
    this.#create = create;
  }

  /** The series of these labels, made at first sight. */
  get(labels: Labels): Series {
    const key = JSON.stringify(this.#labelNames.map((name) => labels[name] ?? ''));
    let entry = this.#byKey.get(key);
    if (!entry) {
      entry = {
        labels: Object.fromEntries(this.#labelNames.map((name) => [name, labels[name] ?? ''])),
        series: this.#create(),
      };
      this.#byKey.set(key, entry);
    }
    return entry.series;
  }

  entries(): Iterable<{ readonly labels: Labels; readonly series: Series }> {
    return this.#byKey.values();
  }
}
