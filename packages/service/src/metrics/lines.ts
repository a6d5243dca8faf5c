/** How the figures of several processes make one: what counts is added, what all of them know is told once. */
export type Merge = 'sum' | 'max' | 'min' | 'first' | 'average';

/** The values of a series' labels, by their names. */
export type Labels = Readonly<Record<string, string>>;

/** A metric that writes its own lines in Prometheus' text format (prometheus.io, "Exposition formats", 0.0.4). */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** How those of several processes make one; `sum` unless said. */
  readonly merge?: Merge | undefined;
  /** Its lines as they are now, each with its end; made while they are read, so that no page has to be held whole. */
  readonly lines: () => Iterable<string> | Promise<Iterable<string>>;
}

/** What stands between the braces of a series: `model="a",team="b"`. A label without a value is empty. */
export function labelText(names: readonly string[], valueOf: (name: string) => string | undefined): string {
  let text = '';
  for (const name of names) text += `${text === '' ? '' : ','}${name}="${escaped(valueOf(name) ?? '')}"`;
  return text;
}

/** One figure of a series. */
export function figureLine(name: string, labels: string, value: number): string {
  return `${labels === '' ? name : `${name}{${labels}}`} ${numberText(value)}\n`;
}

/** How a histogram with certain bounds writes its series. */
export class HistogramLines {
  readonly #buckets: string;
  readonly #sum: string;
  readonly #count: string;
  /** What ends the labels of each bucket, the last one `+Inf`. */
  readonly #ends: readonly string[];

  /** @param bounds rising, each the highest value of its bucket */
  constructor(name: string, bounds: readonly number[]) {
    this.#buckets = `${name}_bucket{`;
    this.#sum = `${name}_sum`;
    this.#count = `${name}_count`;
    this.#ends = [...bounds.map(boundText), '+Inf'].map((bound) => `le="${bound}"} `);
  }

  /**
   * The lines of one series.
   *
   * @param figures at `from`, how many values fell into each bucket alone, and behind them the sum of all values
   */
  of(labels: string, figures: Float64Array, from: number): string {
    const head = labels === '' ? this.#buckets : `${this.#buckets}${labels},`;
    let text = '';
    let count = 0;
    for (const [index, end] of this.#ends.entries()) {
      count += figures[from + index] as number;
      text += `${head}${end}${count}\n`;
    }
    const sum = figures[from + this.#ends.length] as number;
    return text + figureLine(this.#sum, labels, sum) + figureLine(this.#count, labels, count);
  }
}

/** As Python's client writes it, so that rules that name a bound find it: `1.0`. */
function boundText(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function numberText(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return String(value);
}

const TO_ESCAPE = /[\\"\n]/;

function escaped(value: string): string {
  if (!TO_ESCAPE.test(value)) return value;
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
