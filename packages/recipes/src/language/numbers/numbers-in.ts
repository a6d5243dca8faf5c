import { figuresOf, readFigures } from './read/figures.ts';
import { foldForNumbers } from './read/fold.ts';
import { lengthsAt, lexiconOf, type NumberLexicon } from './read/number-lexicon.ts';
import type { NumberWord } from './number-word.ts';
import { NumberSum } from './read/number-sum.ts';
import { unspacedWordsOf, withoutOtherMeanings } from './read/other-meanings.ts';
import type { UnspacedWords } from './read/unspaced-words.ts';

/**
 * The numbers that a text states: in figures of any script, grouped in any way, with the words behind them ("11.6
 * million", "12 тыс.", "3億"), and in words of the language, in any form that it is known to have ("девяти", "duas",
 * "zweiundzwanzig", "quatre-vingt-dix", "third"), decimals too ("nine point two"). "95 %" and "ninety-five percent" are
 * both 95. What the words are is loaded before: `await loadLanguages([language])`.
 */
export function numbersIn(text: string, language: string): ReadonlySet<number> {
  const { numbers, implied } = readNumbers(text, language, true);
  return implied.size === 0 ? numbers : numbers.union(implied);
}

/** Of these without what is the same in other words: of "the eighties" 80 and not 1980. */
export function saidNumbersIn(text: string, language: string): ReadonlySet<number> {
  return readNumbers(text, language, true).numbers;
}

/** Of these the ones that count: five of "five mistakes", nothing of "the Third Reich". */
export function countsIn(text: string, language: string): ReadonlySet<number> {
  return readNumbers(text, language, true).counts;
}

/** Of these the ones written in figures: what a title claims, where "one of the best" claims nothing. */
export function figuresIn(text: string, language: string): ReadonlySet<number> {
  return readNumbers(text, language, false).numbers;
}

function readNumbers(text: string, language: string, withWords: boolean): NumberSum {
  const lexicon = lexiconOf(language);
  const folded = withoutOtherMeanings(foldForNumbers(text, language), language);
  const sum = new NumberSum();
  let from = 0;
  for (const { 0: figures, index } of folded.matchAll(figuresOf(language))) {
    readWords(passageOf(folded.slice(from, index), language, lexicon), sum, withWords);
    for (const { whole, decimals } of readFigures(figures, language)) sum.addFigure(Number(`${whole}.${decimals}`));
    from = index + figures.length;
  }
  readWords(passageOf(folded.slice(from), language, lexicon), sum, withWords);
  sum.close();
  return sum;
}

/** Folded text without figures, and what it is read by. */
interface Passage {
  readonly text: string;
  readonly lexicon: NumberLexicon;
  /** Its words where no spaces tell them; made when the first numeral asks. */
  readonly unspaced: () => UnspacedWords | undefined;
}

function passageOf(text: string, language: string, lexicon: NumberLexicon): Passage {
  let unspaced: UnspacedWords | undefined;
  return { text, lexicon, unspaced: () => (unspaced ??= unspacedWordsOf(text, language)) };
}

function readWords(passage: Passage, sum: NumberSum, withWords: boolean): void {
  const { text } = passage;
  for (let at = 0; at < text.length;) {
    // Where words alone do not count, they only go on with a number in figures.
    if (!withWords && !sum.isOpen) return;
    const run = numberWordsAt(passage, at, sum.isOpen);
    if (run === undefined || !(withWords || (sum.isOpen && run.words[0]?.scale !== undefined))) {
      if (text[at] !== ' ') sum.close();
      at = nextPlace(text, at);
    } else {
      for (const word of run.words) sum.add(word);
      at += run.length;
    }
  }
}

/** Behind a place where no number word begins: within a written word of ASCII letters none does. */
function nextPlace(text: string, at: number): number {
  let next = at + 1;
  if (isSmallLetter(text.charCodeAt(at))) while (isSmallLetter(text.charCodeAt(next))) next += 1;
  return next;
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Number words that are written as one, such as "zweitausend", and how many characters they are. */
interface WordRun {
  readonly words: readonly NumberWord[];
  readonly length: number;
}

/** Endings of cases that the data does not have: "dokuzdan", "hundreds". */
const LONGEST_ENDING = 3;
const SHORTEST_WITH_ENDING = 5;

/** The number words that begin at a place where a written word may. `isOpen`: they go on with a number before them. */
function numberWordsAt({ text, lexicon, unspaced }: Passage, at: number, isOpen: boolean): WordRun | undefined {
  const lengths = lengthsAt(text, at, lexicon);
  const isInside = lengths.length > 0 && isLetter(text[at - 1]) && isSpaced(text[at]);
  const run = isInside ? undefined : longestRun(text, at, lengths, lexicon);
  if (run === undefined || isSpaced(text[at])) return run;
  const goesOn = isOpen || run.words.every(({ value, scale }) => value === undefined && scale === undefined);
  const numeral = { from: at, to: at + run.length, end: at + numeralAt(text, at, run, lexicon), goesOn };
  return unspaced()?.isNumeral(numeral) === false ? undefined : run;
}

/** How long the numeral is that a number word begins: 三千五百万 is one. */
function numeralAt(text: string, at: number, first: WordRun, lexicon: NumberLexicon): number {
  let end = at + first.length;
  for (;;) {
    const next = longestRun(text, end, lengthsAt(text, end, lexicon), lexicon);
    if (next === undefined) return end - at;
    end += next.length;
  }
}

/** The longest number word at a place that leads to the end of the written word, with those that follow it there. */
function longestRun(text: string, at: number, lengths: readonly number[], lexicon: NumberLexicon): WordRun | undefined {
  return wholeRun(text, at, lengths, lexicon) ?? runWithEnding(text, at, lengths, lexicon);
}

function wholeRun(text: string, at: number, lengths: readonly number[], lexicon: NumberLexicon): WordRun | undefined {
  for (const length of lengths) {
    const word = lexicon.words.get(text.slice(at, at + length));
    if (word === undefined) continue;
    const end = at + length;
    if (!isLetter(text[end]) || !isSpaced(text[end])) return { words: [word], length };
    const rest = longestRun(text, end, lengthsAt(text, end, lexicon), lexicon);
    if (rest !== undefined) return { words: joined([word, ...rest.words]), length: length + rest.length };
  }
  return undefined;
}

function runWithEnding(
  text: string,
  at: number,
  lengths: readonly number[],
  { words }: NumberLexicon,
): WordRun | undefined {
  for (const length of lengths) {
    const word = length < SHORTEST_WITH_ENDING ? undefined : words.get(text.slice(at, at + length));
    if (word === undefined) continue;
    const [ending = ''] = text.slice(at + length).match(/^[\p{L}\p{M}']+/u) ?? [];
    if (ending.length <= LONGEST_ENDING) return { words: [word], length: length + ending.length };
  }
  return undefined;
}

/** "pětadvacet": in one written word the ones may stand before the tens. */
function joined(words: readonly NumberWord[]): readonly NumberWord[] {
  const [ones, and, tens] = words;
  if (words.length !== 3 || ones?.value === undefined || and?.isAnd !== true || tens?.value === undefined) return words;
  const isOne = ones.value < 10 && tens.value >= 20 && tens.value < 100 && tens.value % 10 === 0;
  return isOne ? [{ value: ones.value + tens.value }] : words;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether words of the letter's script end at spaces, so that a part of one is no word. */
function isSpaced(character: string | undefined): boolean {
  return character !== undefined && !UNSPACED.test(character);
}
