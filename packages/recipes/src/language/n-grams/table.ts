import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A language of a script, as its prompts are ranked. */
export interface RankedLanguage {
  /** `sr`, in either of its scripts. */
  readonly language: string;
  /** What is added to its score, so that on prompts of known language none is guessed too often. */
  readonly bias: number;
  /** The letters that it is written with beside a to z (CLDR 48, exemplar characters). */
  readonly letters: ReadonlySet<string>;
  /** Letters that it has in foreign words alone (CLDR's auxiliary ones). */
  readonly foreignLetters: ReadonlySet<string>;
}

/** What is known of a script that several languages are written in. */
export interface ScriptTable {
  readonly languages: readonly RankedLanguage[];
  /**
   * N-grams with how much likelier each language has them than its neighbours: the weight of languages that lack it,
   * then pairs of a language's place and its weight, each as one character (`placeAt`, `weightAt`).
   */
  readonly rows: ReadonlyMap<string, string>;
}

/** Single Chinese characters that only one way of writing has. */
export interface HanTable {
  readonly traditional: ReadonlySet<string>;
  readonly simplified: ReadonlySet<string>;
  readonly japanese: ReadonlySet<string>;
}

export interface NGramTable {
  readonly scripts: Readonly<Record<string, ScriptTable>>;
  readonly han: HanTable;
}

/** Places and weights are printable characters from `!` and around `P`; a weight has steps of a quarter of a nat. */
const FIRST_PLACE = 33;
const NO_WEIGHT = 80;
const STEPS = 4;

export const placeAt = (row: string, at: number): number => row.charCodeAt(at) - FIRST_PLACE;
export const weightAt = (row: string, at: number): number => (row.charCodeAt(at) - NO_WEIGHT) / STEPS;
export const placeAs = (place: number): string => String.fromCharCode(place + FIRST_PLACE);
export const weightAs = (weight: number): string => String.fromCharCode(Math.round(weight * STEPS) + NO_WEIGHT);

/** The table as lines: of each script a head with its languages, its n-grams, and an empty line. */
export function writeTable({ scripts, han }: NGramTable): string {
  const lines = Object.entries(scripts).flatMap(([script, { languages, rows }]) => [
    [script, ...languages.map(writeLanguage)].join('\t'),
    ...[...rows].map(([nGram, row]) => `${nGram}\t${row}`),
    '',
  ]);
  const characters = [han.traditional, han.simplified, han.japanese].map((set) => [...set].join(''));
  return [...lines, ['Han', ...characters].join('\t')].join('\n');
}

function writeLanguage({ language, bias, letters, foreignLetters }: RankedLanguage): string {
  return [language, bias, [...letters].join(''), [...foreignLetters].join('')].join(',');
}

export function parseTable(text: string): NGramTable {
  const blocks = text.split('\n\n').map((block) => block.split('\n'));
  const [hanHead = ''] = blocks.pop() ?? [];
  const [, ...characters] = hanHead.split('\t');
  const [traditional, simplified, japanese] = characters.map((part) => new Set(part));
  const scripts = blocks.map(([head = '', ...rows]) => {
    const [script = '', ...languages] = head.split('\t');
    const pairs = rows.map((line) => {
      const at = line.indexOf('\t');
      return [line.slice(0, at), line.slice(at + 1)] as const;
    });
    return [script, { languages: languages.map(parseLanguage), rows: new Map(pairs) }] as const;
  });
  const none = new Set<string>();
  const han = { traditional: traditional ?? none, simplified: simplified ?? none, japanese: japanese ?? none };
  return { scripts: Object.fromEntries(scripts), han };
}

function parseLanguage(text: string): RankedLanguage {
  const [language = '', bias = '', letters = '', foreignLetters = ''] = text.split(',');
  return { language, bias: Number(bias), letters: new Set(letters), foreignLetters: new Set(foreignLetters) };
}

let table: NGramTable | undefined;

/**
 * Reads `n-grams.gz`, which `packages/recipes/scripts/make-n-grams.ts` makes, when the first prompt without a language
 * comes: about 40 ms and 12 MB.
 */
export function nGramTable(): NGramTable {
  table ??= parseTable(gunzipSync(readFileSync(new URL('n-grams.gz', import.meta.url))).toString());
  return table;
}
