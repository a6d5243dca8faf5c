import { secondsOfUnit } from '../../input/time-units.ts';
import { functionWords } from '../../language/function-words/by-script.ts';
import { countsIn, saidNumbersIn } from '../../language/numbers/numbers-in.ts';
import { wordSegmenter } from '../../language/word-segmenter.ts';
import { splitSentences } from '../../text/sentences.ts';
import { countCharacters, words } from '../../text/words.ts';
import type { ScriptInput } from '../schema.ts';

const FEWEST_ENTRIES = 2;
/** More entries than these are figures of another kind: years, prices, distances. */
const MOST_ENTRIES = 15;
/** A promise stands at the beginning of a topic: "Five mistakes …", "The 3 best …". */
const PROMISE_WORDS = 3;

/** How many things the topic promises: "Five mistakes people make" promises five; undefined where it promises none. */
export function promisedEntries({ prompt = '', format, language }: Promise): number | undefined {
  const most = format === 'listicle' ? Infinity : PROMISE_WORDS;
  return [...countsIn(countingHead(prompt.replace(COUNTS_NOTHING, ' '), most, language), language)].find(
    (number) => Number.isInteger(number) && number >= FEWEST_ENTRIES && number <= MOST_ENTRIES,
  );
}

/** The first words of a topic, without those that belong to a name or are measured in something. */
function countingHead(topic: string, most: number, language: string): string {
  const pieces = Array.from(wordSegmenter(language).segment(topic));
  const list = pieces.filter(({ isWordLike }) => isWordLike === true);
  const end = list[most]?.index ?? topic.length;
  const counts = ({ segment }: Intl.SegmentData, at: number) =>
    !isPartOfName(segment, list[at - 1]?.segment, language) && !isMeasure(list[at + 1]?.segment);
  const silent = new Set(list.filter((piece, at) => !counts(piece, at)).map(({ index }) => index));
  const head = pieces.filter(({ index }) => index < end);
  return head.map(({ index, segment }) => (silent.has(index) ? '·' : segment)).join('');
}

/** Dates, ratios, versions and names: "9/11", "24/7", "8. Mai", "5G", "3D". */
const COUNTS_NOTHING = /\d+(?:[/:.]\d+)+|\d+\.(?= \p{L})|\d+\p{Script=Latin}[\p{L}\d]*/gu;

/** A number behind a name belongs to it, "Windows 11"; "Top 5" and "Meine 5" are no names. */
function isPartOfName(word: string, before: string | undefined, language: string): boolean {
  if (before === undefined || !/^\d+$/u.test(word) || !/^\p{Ll}?\p{Lu}/u.test(before)) return false;
  return !MAY_COUNT.has(before.toLowerCase()) && !functionWords(language).has(before.toLowerCase());
}

const MAY_COUNT: ReadonlySet<string> = new Set(['top', 'best', 'топ', 'beste', 'besten', 'mejores', 'meilleurs']);

/** "10 minute yoga" promises no ten of anything. */
function isMeasure(next: string | undefined): boolean {
  return next !== undefined && secondsOfUnit(next) !== undefined;
}

type Promise = Pick<ScriptInput, 'prompt' | 'format' | 'language'>;

/** An entry is counted where its sentence begins: "Third, …", "Mistake number four is …", „Zweitens …". */
const COUNTING_WORDS = 6;

/** The number of the entry that a sentence begins; undefined where it begins none. */
export function entryBegun(sentence: string, language: string): number | undefined {
  const head =
    countCharacters(sentence) > 0 ? (COUNTED_ALOUD.exec(sentence)?.[0] ?? '') : spacedHead(sentence, language);
  return [...saidNumbersIn(head, language)].find((number) => number >= 1 && number <= MOST_ENTRIES);
}

/** 第一、 二つ目の, 3番目, 一、: in Chinese and Japanese 一 alone is "a" and the beginning of many words. */
const COUNTED_ALOUD =
  /第[\d一二三四五六七八九十]+|[\d一二三四五六七八九十]+(?:つ|番|点目|個目)|^[\d一二三四五六七八九十]+(?=[、，,.．:：])/u;

/** The first words without articles, which many languages write as they write one: „Einer der Fehler ist“, "Una forma es". */
function spacedHead(sentence: string, language: string): string {
  const small = functionWords(language);
  const head = words(sentence).slice(0, COUNTING_WORDS);
  const isSmall = (word: string | undefined) =>
    word === undefined || word.toLowerCase() === 'uno' || small.has(word.toLowerCase());
  const kept = head.filter((word, at) => !(isSmall(word) && isSmall(head[at - 1])));
  return kept.map((word) => word.replace(ADVERB, 'e')).join(' ');
}

/** French counts in adverbs: "Premièrement", "Deuxièmement". */
const ADVERB = /(?<=i[èe]r|i[èe]m)ement$/iu;

/** How many of the promised entries are counted one after the other, from the first on. */
export function countedInOrder(sentences: readonly string[], promised: number, language: string): number {
  let counted = 0;
  for (const sentence of sentences) {
    const begun = entryBegun(sentence, language);
    if (begun === counted + 1 && begun <= promised) counted = begun;
  }
  return counted;
}

/** Which of the promised entries are counted out loud. */
export function entriesCounted(narration: string, promised: number, language: string): ReadonlySet<number> {
  const begun = splitSentences(narration).map((sentence) => entryBegun(sentence, language));
  return new Set(begun.filter((number) => number !== undefined && number <= promised) as number[]);
}
