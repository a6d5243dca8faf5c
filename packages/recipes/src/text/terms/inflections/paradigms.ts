/** How the words of a language end. */
export interface Inflections {
  /** Endings that go together, of nouns, adjectives or verbs of one kind; '' is the bare stem. */
  readonly paradigms: readonly (readonly string[])[];
  /** How short a stem may be, where words are written with few letters; 3 else. */
  readonly shortest?: number;
  /** Letters of small words that are written on a word, as far as they may go. */
  readonly prefixes?: RegExp;
  /** One form of a stem that changes before its endings: Czech "kniha" and "knize". */
  readonly stem?: (rest: string) => string;
  /** Letters with a form of their own at the end of a word. */
  readonly finals?: Readonly<Record<string, string>>;
}

/** Endings in a row with spaces between, in composed letters as words are compared; 0 is the bare stem. */
export function paradigms(...rows: readonly string[]): string[][] {
  return rows.map((row) =>
    row
      .normalize('NFKC')
      .split(' ')
      .map((ending) => (ending === '0' ? '' : ending)),
  );
}
