import { functionWords } from '../../language/function-words/by-script.ts';

/** Two to five capitals that belong to no unit and no currency. */
const CAPITALS = /(?<![\p{L}\p{M}]|\d[ \u00A0\u202F]?)\p{Lu}{2,5}(?![\p{L}\p{M}$€£])/gu;

/** Said letter by letter: without a vowel, or of two or three letters, unless the vowel stands between consonants. */
const NOT_A_WORD =
  /^(?:[^AEIOUYÄÖÜÅØАЕИОУЫЭЮЯІЇЄ]+|.{2}|[AEIOUYАЕИОУЫЭЮЯ]..|.[AEIOUYАЕИОУЫЭЮЯ]{2}|[^AEIOUYАЕИОУЫЭЮЯ]{2}.)$/u;

/** Capitals in a row are a heading, or shouted. */
const SHOUTED = /\p{Lu}{2,}\s+\p{Lu}{2,}\s+\p{Lu}{2,}/u;

/** A text with what is said letter by letter, such as "FBI", as long as the names of its letters. */
export function withNamedLetters(text: string, language: string): string {
  if (!/\p{Lu}{2}/u.test(text) || SHOUTED.test(text)) return text;
  const words = functionWords(language);
  return text.replace(CAPITALS, (capitals) =>
    NOT_A_WORD.test(capitals) && !words.has(capitals.toLowerCase()) ? namesOfLetters(capitals, language) : capitals,
  );
}

/** The name of a letter is about as long as one of two letters. */
function namesOfLetters(capitals: string, language: string): string {
  return Array.from(capitals, (letter) => `${letter.toLocaleLowerCase(language)}e`).join(' ');
}
