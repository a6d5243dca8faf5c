import { chatWords } from './words/by-language.ts';
import type { ChatWords } from './words/chat-words.ts';

const compiled = new Map<string, RegExp>();

/** The words of one sort in all languages, each from the start of a word. `around` is a pattern with `WORDS` in it. */
export function chatPattern(sort: keyof ChatWords, around: string, flags = 'iu'): RegExp {
  const key = `${sort} ${flags} ${around}`;
  let pattern = compiled.get(key);
  if (pattern === undefined) {
    pattern = new RegExp(
      around.replace('WORDS', () => allWords(sort)),
      flags,
    );
    compiled.set(key, pattern);
  }
  return pattern;
}

/** Longer alternatives first, so that "sure thing" is not "sure" and a rest. */
function allWords(sort: keyof ChatWords): string {
  const spaced: string[] = [];
  const unspaced: string[] = [];
  for (const [language, words] of Object.entries(chatWords))
    (UNSPACED.has(language) ? unspaced : spaced).push(words[sort]);
  return `(?:(?<![\\p{L}\\p{M}])(?:${spaced.join('|')})|${unspaced.join('|')})`;
}

/** Written without spaces, so that a word may begin anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);
