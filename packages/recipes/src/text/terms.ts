/** Terms this short are only found as whole words: "AI" is not in "said", nor in "aim". */
const SHORTEST_STEM = 4;

/** The terms that stand in a text whatever the case; longer ones also with an ending ("delve" in "delves"). */
export function findTerms(text: string, terms: readonly string[]): string[] {
  if (terms.length === 0) return [];
  const lower = text.toLowerCase();
  return terms.filter((term) => patternOf(term.toLowerCase()).test(lower));
}

function patternOf(term: string): RegExp {
  const escaped = RegExp.escape(term);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(term))
    return new RegExp(escaped, 'u');
  const after = term.length >= SHORTEST_STEM || !/[\p{L}\p{N}]$/u.test(term) ? '' : '(?![\\p{L}\\p{N}])';
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${after}`, 'u');
}

/** All texts inside a value, however deep, members' names left out. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
