const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;

/**
 * A description in which the words of the headline stand in another case than on the picture, so that they are drawn
 * once: "NINE BARS of pressure" → "Nine Bars of pressure". Only whole words are, and figures never: a headline "5" says
 * nothing about "35mm", "f/1.5" or "5 pm". Where letters have no case, it is called "the headline".
 */
export function recased(description: string, headline: string): string {
  if (!description.includes(headline) || isFigure(headline)) return description;
  return description.replace(wholeWords(headline), otherCase(headline));
}

/**
 * Whether the headline stands in a text as it would on the picture. A single plain word, or words in small letters, may
 * be ours ("Style", "on the left").
 */
export function hasHeadline(text: string, headline: string): boolean {
  const mayBeOurs = /^[A-Za-z]*$/.test(headline) || /^[a-z ]*$/.test(headline);
  return !mayBeOurs && !isFigure(headline) && text.includes(headline) && wholeWords(headline).test(text);
}

/** Figures, and the numerals of Chinese and Japanese: 五 says nothing about 五杯. */
function isFigure(headline: string): boolean {
  return !/[\p{L}--[〇零一二两兩三四五六七八九十百千万萬億亿]]/v.test(headline);
}

/** Not within another word; scripts without spaces have no such borders. */
function wholeWords(headline: string): RegExp {
  const [before, after] = [borderBefore(headline), borderAfter(headline)];
  return new RegExp(`${before}${RegExp.escape(headline)}${after}`, 'gu');
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

function borderBefore(headline: string): string {
  return new RegExp(`^(?![${UNSPACED}])${LETTER}`, 'u').test(headline) ? `(?<!${LETTER}|#)` : '';
}

function borderAfter(headline: string): string {
  return new RegExp(`(?![${UNSPACED}])${LETTER}$`, 'u').test(headline) ? `(?!${LETTER})` : String.raw`(?!\p{M})`;
}

/** Capitals stay at the beginning of words, so that names stay names: "NO MAN'S SKY" → "No Man's Sky". */
function otherCase(headline: string): string {
  const titled = headline.toLowerCase().replace(/(?<![\p{L}\p{M}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
  return [titled, headline.toUpperCase()].find((other) => other !== headline) ?? 'the headline';
}
