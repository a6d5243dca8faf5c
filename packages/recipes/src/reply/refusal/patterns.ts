import { scriptsOf } from '../../language/scripts.ts';
import { refusalWords } from './words/by-language.ts';
import type { RefusalWords } from './words/refusal-words.ts';

/** One language's words as patterns. */
export type RefusalPatterns = Readonly<Record<keyof RefusalWords, RegExp>>;

/** Written without spaces, so that a word may begin anywhere. Korean has particles at its words. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'ko']);

/** Articles and prepositions that are written at the word. */
const PREFIX: Readonly<Record<string, string>> = { ar: '(?:[وف]?(?:ال|بال|لل|[بلك])?)', he: '[והבלשמ]?' };

const compiled = new Map<string, readonly RefusalPatterns[]>();

/** Of the languages that are written in a script; made when the first reply in it may be a refusal. */
export function patternsIn(script: string | undefined): readonly RefusalPatterns[] {
  if (script === undefined) return [];
  let patterns = compiled.get(script);
  if (patterns === undefined) {
    const languages = Object.entries(refusalWords).filter(([language]) => scriptsOf(language)?.includes(script));
    patterns = languages.map(([language, words]) => patternsOf(language, words));
    compiled.set(script, patterns);
  }
  return patterns;
}

function patternsOf(language: string, words: RefusalWords): RefusalPatterns {
  const before = UNSPACED.has(language) ? '' : `(?<![\\p{L}\\p{M}])${PREFIX[language] ?? ''}`;
  const pattern = (sort: keyof RefusalWords) => new RegExp(`${before}(?:${words[sort]})`, 'u');
  return {
    marks: new RegExp(words.marks, 'u'),
    cannot: pattern('cannot'),
    help: pattern('help'),
    make: pattern('make'),
    object: pattern('object'),
    outright: pattern('outright'),
    beside: pattern('beside'),
    said: pattern('said'),
  };
}
