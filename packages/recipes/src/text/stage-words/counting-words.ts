import { loadedNumbers } from '../../language/numbers/numbers-of.ts';

/** Scripts seldom have more scenes than these, and none that is spelled out. */
const MOST_COUNTED = 30;

/** What may stand between the name of a part and its number: "Scene the first", "Escena número uno", "Scena a doua". */
const JOINED_BY =
  'the|number|no\\.?|nummer|n[úu]mero|num[ée]ro|nr\\.?|numer|num[ăa]rul|číslo|numara|номер|№|број|broj|αριθμός|رقم|شماره|מספר|नंबर|क्रमांक|নম্বর|எண்|số|thứ|la|al|a|de|ke';

/** Words that count, as alternatives of a regular expression, the longest first. */
export interface CountingWords {
  readonly all: string;
  /** Those that say a place: "first", "last". */
  readonly ordinals: string;
}

/**
 * The counting words of a language, and the English ones, which models use everywhere.
 *
 * @param others what counts in them and is no number, as alternatives
 */
export function countingWords(language: string, others: readonly string[]): CountingWords {
  const numbers = [loadedNumbers('en'), loadedNumbers(language)].filter((own) => own !== undefined);
  const counted = Array.from({ length: MOST_COUNTED }, (_, index) => index + 1);
  const named = others.flatMap((own) => own.split('|'));
  const forms = numbers.flatMap((own) => counted.flatMap((value) => own.forms(value)));
  const ordinals = numbers.flatMap((own) => counted.flatMap((value) => own.ordinals(value)));
  return { all: alternatives(forms, named), ordinals: alternatives(ordinals, named) };
}

function alternatives(forms: readonly string[], others: readonly string[]): string {
  const plain = [...new Set(forms.map((form) => form.replaceAll('\u00AD', '')))];
  const spelled = plain.filter((form) => form !== '' && !/\p{Nd}/u.test(form));
  // Russian ё is mostly written е, and here and there the other way round.
  const escaped = spelled.map((form) => RegExp.escape(form).replace(/(?<=\p{Script=Cyrillic})[её]/gu, '[её]'));
  return [...escaped, ...others].toSorted((one, other) => other.length - one.length).join('|');
}

/** A number in words behind the name of a part, with what joins them. */
export function spelledNumber(counting: string): string {
  const joined = `(?:(?:${JOINED_BY})[ \\t]+|ke-?|ที่[ \\t]*|その)?`;
  return `(?:\\u0654?[ \\t]+|\\u200C?[یۀ][ \\t]+|(?<=[${UNSPACED}]))${joined}(?:${counting})(?![\\p{L}\\p{M}])`;
}

/** Letters of scripts in which a number may follow a word without a space. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}';
