import { primarySubtag } from '../../scripts.ts';
import { foldForNumbers, withoutAccents } from './fold.ts';
import { loanedScales } from '../words/loaned-scales.ts';
import type { NumberWord } from '../number-word.ts';
import { numbersOf } from '../numbers-of.ts';
import { loadedQuantities } from '../quantities.ts';
import type { DecimalWords, SpelledNumbers } from '../spelled-numbers.ts';

/** The number words of a language, folded. */
export interface NumberLexicon {
  readonly words: ReadonlyMap<string, NumberWord>;
  /** How long those are that begin with the same `START` characters, the longest first. */
  readonly longer: ReadonlyMap<string, readonly number[]>;
  /** How long the shorter ones are, by their first character. */
  readonly shorter: ReadonlyMap<string, readonly number[]>;
  /** Which pairs of ASCII characters may begin one, by `pairOf`: most words of a text do not, and are passed over. */
  readonly pairs: Uint8Array;
}

/** So many characters tell most words of a text from those of numbers: "they" from "thirty". */
const START = 4;
const NONE: readonly number[] = [];

/** How long the number words may be that begin at a place of a folded text, the longest first. */
export function lengthsAt(text: string, at: number, { longer, shorter, pairs }: NumberLexicon): readonly number[] {
  const pair = pairOf(text, at);
  if (pair !== undefined && pairs[pair] === 0) return NONE;
  const long = longer.get(text.slice(at, at + START)) ?? NONE;
  const short = shorter.get(text[at] ?? '') ?? NONE;
  return long.length === 0 ? short : [...long, ...short];
}

/** Undefined where one of the two is no ASCII character. */
function pairOf(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first < 0x80 && second < 0x80 ? (first << 7) | second : undefined;
}

function pairsOf(words: readonly string[]): Uint8Array {
  const pairs = new Uint8Array(1 << 14);
  for (const word of words) {
    const pair = pairOf(word, 0);
    if (pair !== undefined) pairs[pair] = 1;
    const first = word.charCodeAt(0);
    if (word.length === 1 && first < 0x80) pairs.fill(1, first << 7, (first + 1) << 7);
  }
  return pairs;
}

const lexicons = new Map<string, NumberLexicon>();
/** Of which quantities they were made. */
let quantities = loadedQuantities();

/** Made when a text is first read in a language, out of what its numbers are called. */
export function lexiconOf(language: string): NumberLexicon {
  if (quantities !== loadedQuantities()) {
    quantities = loadedQuantities();
    lexicons.clear();
  }
  let lexicon = lexicons.get(language);
  if (lexicon === undefined) {
    lexicon = makeLexicon(language, numbersOf(language));
    if (lexicons.size < 100) lexicons.set(language, lexicon);
  }
  return lexicon;
}

function makeLexicon(language: string, numbers: SpelledNumbers | undefined): NumberLexicon {
  const words = new Map<string, NumberWord>();
  const seen = new Set<string>();
  const add = (phrase: string, word: NumberWord) => {
    const id = `${phrase} ${word.value} ${word.scale} ${word.divisor} ${word.decade}`;
    if (seen.has(id)) return;
    seen.add(id);
    const key = foldForNumbers(phrase, language).trim();
    if (key !== '' && !/\p{Nd}/u.test(key)) words.set(key, { ...word, ...words.get(key) });
  };
  if (numbers !== undefined) addWords(numbers, add);
  for (const variant of WRITTEN_AS[primarySubtag(language)] ?? [language]) {
    for (const [name, scale] of compactScales(variant)) add(name, { scale });
  }
  for (const [name, scale] of loanedScales(primarySubtag(language))) add(name, { scale });
  for (const and of conjunctions(language)) add(and, { isAnd: true });
  addDecimalWords(numbers?.decimalWords ?? {}, add);
  for (const [phrase, word] of quantities(primarySubtag(language))) add(phrase, word);
  if (primarySubtag(language) !== MADE_BY_TONES) addBareForms(words);
  const all = [...words.keys()];
  return {
    words,
    longer: lengthsByStart(
      all.filter(({ length }) => length >= START),
      START,
    ),
    shorter: lengthsByStart(
      all.filter(({ length }) => length < START),
      1,
    ),
    pairs: pairsOf(all),
  };
}

/** In Vietnamese a word without its marks is another one: ba is three, bà a grandmother. */
const MADE_BY_TONES = 'vi';

/** Numerals without their accents too, where no other one is written so. */
function addBareForms(words: Map<string, NumberWord>): void {
  for (const [word, meaning] of words) {
    const bare = withoutAccents(word);
    if (!words.has(bare)) words.set(bare, meaning);
  }
}

/** How long words are that begin with the same characters, the longest first. */
function lengthsByStart(words: readonly string[], characters: number): ReadonlyMap<string, readonly number[]> {
  const alike = Map.groupBy(words, (word) => word.slice(0, characters));
  const sorted = ([start, own]: [string, string[]]) =>
    [start, [...new Set(own.map(({ length }) => length))].toSorted((one, other) => other - one)] as const;
  return new Map([...alike].map(sorted));
}

/** Chinese names its scales with other characters in its two ways of writing; a text may quote either. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh-Hans', 'zh-Hant'],
  yue: ['zh-Hans', 'zh-Hant'],
};

type Add = (phrase: string, word: NumberWord) => void;

/** Powers that have a name somewhere: the Indian ones (10⁵, 10⁷) and those of East Asia (10⁴, 10⁸) too. */
const SCALES = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12];

function addWords(numbers: SpelledNumbers, add: Add): void {
  const small = Array.from({ length: 100 }, (_, value) => numbers.forms(value));
  for (const scale of SCALES) {
    for (const times of scale <= 1000 ? DIGITS : PLURALS) {
      for (const phrase of [...numbers.forms(times * scale), ...stemsOf(times * scale, numbers, small[1])])
        for (const [words, word] of multiplesIn(phrase, times, scale, small[times])) add(words, word);
    }
  }
  for (const [value, forms] of small.entries()) {
    const ordinals = new Set(numbers.ordinals(value));
    for (const form of forms) add(form, ordinals.has(form) ? { value, isOrdinal: true } : { value });
  }
  for (const [value, forms] of Object.entries(numbers.inflected ?? {})) {
    for (const form of forms.split(' ')) add(form, { value: Number(value) });
  }
  for (let year = 1001; year <= 2099; year += 1) {
    const spoken = numbers.year(year);
    if (spoken !== numbers.cardinal(year)) add(spoken, { value: year });
  }
  const [, point = ''] = numbers.decimals(7, '7').split(numbers.cardinal(7));
  add(point, { isPoint: true });
}

function addDecimalWords(words: DecimalWords, add: Add): void {
  const each = (forms: string | undefined, separator: string, word: NumberWord) => {
    for (const form of forms?.split(separator) ?? []) add(form, word);
  };
  each(words.points, ' ', { isPoint: true });
  each(words.tenths, ' ', { divisor: 10 });
  each(words.hundredths, ' ', { divisor: 100 });
  each(words.thousandths, ' ', { divisor: 1000 });
  each(words.halves, ',', { isHalf: true });
  each(words.oneAndHalf, ' ', { value: 1.5 });
  each(words.twoAndHalf, ' ', { value: 2.5 });
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** One number for each plural form that languages have in front of large scales. */
const PLURALS = [1, 2, 5];

/** How a number begins a longer one, where that differs: Portuguese "cem", but "cento e um"; Italian "centottanta". */
function stemsOf(value: number, numbers: SpelledNumbers, ones: readonly string[] = []): readonly string[] {
  const spoken = numbers.cardinal(value);
  const longer = numbers.cardinal(value + 1);
  const one = ones.find((form) => longer.endsWith(form));
  const stem =
    one === undefined
      ? []
      : [longer.slice(0, -one.length).replace(/(?<=\p{L}) (?:[\p{Script=Latin}\p{Script=Cyrillic}] )?$/u, '')];
  return numbers.language === 'it' ? [...stem, spoken.replace(/[aeio]$/u, '')] : stem;
}

/** "two thousand" has the name of a scale behind its first number; where it has not, it is a word of its own. */
function multiplesIn(
  phrase: string,
  times: number,
  scale: number,
  firsts: readonly string[] = [],
): readonly (readonly [words: string, word: NumberWord])[] {
  const first = firsts.find((form) => phrase.startsWith(form) && phrase.length > form.length);
  if (first === undefined) return [[phrase, { value: times * scale, ...(times === 1 ? { scale } : {}) }]];
  const name = [phrase.slice(first.length), { scale }] as const;
  return scale === 100 ? [name, [phrase, { value: times * scale }]] : [name];
}

/** "Mio.", "тыс.", "lakh": what stands behind figures, by CLDR's compact notation, in the plurals that it has. */
function compactScales(language: string): readonly (readonly [name: string, scale: number])[] {
  const formats = (['short', 'long'] as const).map(
    (compactDisplay) =>
      new Intl.NumberFormat(language, { notation: 'compact', compactDisplay, numberingSystem: 'latn' }),
  );
  return SCALES.flatMap((scale) =>
    [1, 2, 5].flatMap((times) =>
      formats.flatMap((format) => {
        const parts = format.formatToParts(times * scale);
        const name = parts.find(({ type }) => type === 'compact')?.value;
        const shown = Number(parts.find(({ type }) => type === 'integer')?.value);
        return name === undefined || !(shown > 0) ? [] : [[compactName(name), (times * scale) / shown] as const];
      }),
    ),
  );
}

/** One letter is marked as it is in folded text: M is a million, m a metre. */
function compactName(name: string): string {
  const plain = name.replace(/[.॰\u200E\u200F]+$/u, '');
  return /^\p{Script=Latin}$/u.test(plain) ? `^${plain}` : plain;
}

function conjunctions(language: string): readonly string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(['7', '7']);
  return [...list.filter(({ type }) => type === 'literal').map(({ value }) => value), ...(ANDS[language] ?? [])];
}

/** Where numbers have another "and" than lists. */
const ANDS: Readonly<Record<string, readonly string[]>> = {
  ca: ['i'],
  de: ['und'],
  fil: ['at', "'t", 'na'],
  he: ['ו'],
  nl: ['en'],
  sq: ['e'],
  vi: ['lẻ', 'linh', 'không trăm', 'không trăm lẻ', 'không trăm linh'],
};
