import { decimalWords } from '../language/numbers/words/decimal-words.ts';
import { fractionWords, type FractionWords } from '../language/numbers/words/fraction-words.ts';
import { isArticle, keyOf } from './time-units.ts';

/** A part of a unit, as a word says it. */
export interface Part {
  /** Beside a number: "two and a half". */
  readonly beside: number;
  /** Without one: "half a minute", सवा मिनट. */
  readonly alone: number;
}

/** In cases that stand beside a unit, and in scripts that write it at the unit; as keys. */
const MORE_HALVES =
  'demi demie meio poł pul puli yarim polovina половини половин половиной半 半 반 ครึ่ง ເຄິ່ງ កន្លះ ခွဲ nua setengah ونصف وחצי וחצי μισο μιση μισι połowa połowy';

/** Stands for "and a half": beside an article alone it is one and a half, "en och en halv minut". */
const AND_HALF = 'andhalf';

let known: ReadonlyMap<string, Part> | undefined;

/** What a word adds to a number or is alone; undefined where it is no part. */
export function partOf(word: string): Part | undefined {
  known ??= readParts();
  return known.get(keyOf(word));
}

function readParts(): ReadonlyMap<string, Part> {
  const fractions = Object.values(fractionWords).flatMap(partsOf);
  const decimals = Object.values(decimalWords).flatMap(({ halves = '', oneAndHalf = '', twoAndHalf = '' }) => [
    ...named(halves.split(','), 0.5),
    ...named(oneAndHalf.split(' '), 1.5),
    ...named(twoAndHalf.split(' '), 2.5),
  ]);
  const whole = [AND_HALF, { beside: 0.5, alone: 1.5 }] as const;
  return new Map([whole, ...fractions, ...decimals, ...named(MORE_HALVES.split(' '), 0.5)]);
}

function partsOf({ half, quarter, plusHalf, plusQuarter, lessQuarter }: FractionWords): (readonly [string, Part])[] {
  return [
    ...named(bare(half), 0.5),
    ...named(bare(quarter), 0.25),
    ...named(bare(plusHalf), 0.5),
    ...named(bare(plusQuarter), 0.25, 1.25),
    ...named(bare(lessQuarter), -0.25, 0.75),
  ];
}

/** "un cuarto de" without its article and what joins it to a noun. */
function bare(phrases = ''): string[] {
  return phrases.split('|').map((phrase) =>
    phrase
      .split(' ')
      .filter((word) => !isArticle(word) && !/^(?:de|di|of|one)$/u.test(word))
      .join(' '),
  );
}

/** Single words; a phrase of several is read before (`withHalvesInWords`). */
function named(words: readonly string[], beside: number, alone = beside): (readonly [string, Part])[] {
  return words
    .filter((word) => word !== '' && !word.includes(' '))
    .map((word) => [keyOf(word), { beside, alone }] as const);
}

const halfPhrases = Object.values(decimalWords)
  .flatMap(({ halves = '' }) => halves.split(','))
  .filter((phrase) => phrase.includes(' '))
  .toSorted((one, other) => other.length - one.length)
  .map((phrase) => RegExp.escape(phrase));

/** Behind a number or a unit; German and Dutch write it at the number, "zweieinhalb", "tweeënhalve". */
const HALF_BEHIND = new RegExp(
  `(?<=[\\p{L}\\p{M}\\p{N}]\\s+)(?:${halfPhrases.join('|')})(?![\\p{L}\\p{M}])|(?<=\\p{L})(?:einhalb|(?:[eë]n)?eenhal(?:f|ve)|[eë]nhal(?:f|ve))(?![\\p{L}\\p{M}])`,
  'gu',
);

/** A text in small letters with what adds a half as one word: "две с половиной минуты" as "две +½ минуты". */
export function withHalvesInWords(text: string): string {
  return text.replace(HALF_BEHIND, ` ${AND_HALF}`);
}
