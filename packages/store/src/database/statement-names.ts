/** Postgres keeps a plan for each name on each connection. */
const MOST_NAMES = 200;
/** Longer texts insert many rows, seldom as many again. */
const LONGEST_TEXT = 4_000;

/**
 * Names by which statements are prepared: one that has a name is parsed once for a connection and planned a few times,
 * which costs more than running a small one.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** The same for the same text; undefined for what is not worth one. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_NAMES || text.length > LONGEST_TEXT) return known;
    const name = `showrunner-${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
