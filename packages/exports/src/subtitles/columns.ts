/** What may stand in a line of a subtitle (the common house limits of broadcasters and streaming services). */
export const LINE_CHARACTERS = 42;
/** Of a line with full-width letters, Latin letters counting half: 16 of them, in halves. */
export const LINE_HALVES = 32;

const WIDE_LANGUAGES = new Set(['zh', 'yue', 'ja', 'ko']);

/** Letters and signs that are drawn as wide as they are high (Unicode Standard Annex 11, W and F). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u{3000}-\u{303F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}]/u;

/** The last code point of the Latin blocks: what lies above counts whole beside full-width letters. */
const LAST_LATIN = 0x24f;

/** Tells in constant time whether a part of a text fits into a line. */
export class Columns {
  /** What is counted up to each UTF-16 index. */
  readonly #characters: Uint32Array;
  readonly #halves: Uint32Array;
  readonly #wide: Uint32Array;
  readonly #isWideLanguage: boolean;

  constructor(text: string, language: string) {
    this.#characters = new Uint32Array(text.length + 1);
    this.#halves = new Uint32Array(text.length + 1);
    this.#wide = new Uint32Array(text.length + 1);
    this.#isWideLanguage = WIDE_LANGUAGES.has(language.split('-', 1)[0] ?? '');
    let [characters, halves, wide, index] = [0, 0, 0, 0];
    for (const character of text) {
      characters += 1;
      halves += (character.codePointAt(0) ?? 0) > LAST_LATIN ? 2 : 1;
      wide += WIDE.test(character) ? 1 : 0;
      for (let unit = 0; unit < character.length; unit += 1) {
        index += 1;
        this.#characters[index] = characters;
        this.#halves[index] = halves;
        this.#wide[index] = wide;
      }
    }
  }

  characters(from: number, to: number): number {
    return between(this.#characters, from, to);
  }

  /** 1 is a full line. */
  share(from: number, to: number): number {
    const isWide = this.#isWideLanguage || between(this.#wide, from, to) > 0;
    return isWide
      ? between(this.#halves, from, to) / LINE_HALVES
      : between(this.#characters, from, to) / LINE_CHARACTERS;
  }
}

function between(sums: Uint32Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
