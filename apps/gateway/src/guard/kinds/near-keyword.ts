/** What makes of a number something that is looked for: a word beside it. */
export interface Nearness {
  /** Global. */
  readonly keyword: RegExp;
  /** Digits may be written as words: `one two three`. */
  readonly takesWordsForDigits: boolean;
}

/** LiteLLM's: so many words may stand between the two (`litellm_content_filter`, 1.108.7). */
const MOST_WORDS_BETWEEN = 1;

const DIGITS: ReadonlyMap<string, string> = new Map(
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, digit) => [
    word,
    String(digit),
  ]),
).set('oh', '0');
const DIGIT = [...DIGITS.keys()].join('|');
const SPOKEN = new RegExp(`(?<![a-z])(?:${DIGIT})(?:[\\s-]+(?:${DIGIT}))+(?![a-z])`, 'gi');

/** The text with this in place of each finding that a keyword stands beside. */
export function replaceNear(
  text: string,
  pattern: RegExp,
  { keyword, takesWordsForDigits }: Nearness,
  replace: () => string,
): string {
  const keywords = [...text.matchAll(keyword)].map(({ index, 0: word }) => [index, index + word.length] as const);
  if (keywords.length === 0) return text;
  const isNear = (start: number, end: number): boolean =>
    keywords.some(([from, to]) => isShort(start >= to ? text.slice(to, start) : text.slice(end, Math.max(end, from))));
  const found = [...text.matchAll(pattern)].filter(({ index, 0: value }) => isNear(index, index + value.length));
  const spoken = takesWordsForDigits
    ? [...text.matchAll(SPOKEN)].filter(
        ({ index, 0: words }) => isWhole(pattern, digitsOf(words)) && isNear(index, index + words.length),
      )
    : [];
  let result = '';
  let at = 0;
  for (const { index, 0: value } of [...found, ...spoken].sort((one, other) => one.index - other.index)) {
    if (index < at) continue;
    result += text.slice(at, index) + replace();
    at = index + value.length;
  }
  return result + text.slice(at);
}

/** What stands between a keyword and a value. A number between them is what the keyword speaks of. */
function isShort(between: string): boolean {
  return !/\d/.test(between) && (between.match(/[\p{L}\p{N}_]+/gu) ?? []).length <= MOST_WORDS_BETWEEN;
}

function digitsOf(words: string): string {
  return words
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => DIGITS.get(word) ?? '')
    .join('');
}

function isWhole(pattern: RegExp, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace('g', '')).test(text);
}
