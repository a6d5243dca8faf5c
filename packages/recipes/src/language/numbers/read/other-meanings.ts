import { primarySubtag } from '../../scripts.ts';
import { foldAccents } from './fold.ts';
import type { UnspacedWords } from './unspaced-words.ts';

/** Patterns over folded text, by primary subtag, in scripts with spaces from the start of a word to the end of one. */
let phrases: Readonly<Record<string, string>> = {};

let unspaced: typeof UnspacedWords | undefined;

/** Makes known what counts nothing though it looks like a numeral, 4 KB that come with the first language's numbers. */
export async function loadOtherMeanings(): Promise<void> {
  if (unspaced !== undefined) return;
  const [{ phrasesThatCountNothing }, words] = await Promise.all([
    import('../words/phrases-that-count-nothing.ts'),
    import('./unspaced-words.ts'),
  ]);
  phrases = phrasesThatCountNothing;
  unspaced = words.UnspacedWords;
}

/** The words of a text in a script without spaces; undefined where no language that is written so was loaded. */
export function unspacedWordsOf(text: string, language: string): UnspacedWords | undefined {
  return unspaced && new unspaced(text, language);
}

/** Written without spaces, so that a phrase may begin anywhere; Korean has particles at its words. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'ko']);

const patterns = new Map<string, RegExp | undefined>();

/** A folded text in which such phrases are gaps. */
export function withoutOtherMeanings(folded: string, language: string): string {
  const primary = primarySubtag(language);
  if (!patterns.has(primary)) patterns.set(primary, patternOf(primary));
  const pattern = patterns.get(primary);
  return pattern === undefined ? folded : folded.replace(pattern, GAP);
}

/** No letter, and no space, which would join what stands on its sides. */
const GAP = '·';

function patternOf(language: string): RegExp | undefined {
  const written = phrases[language === 'yue' ? 'zh' : language];
  if (written === undefined) return undefined;
  const folded = foldAccents(written, language);
  return UNSPACED.has(language)
    ? new RegExp(folded, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${folded})(?![\\p{L}\\p{M}])`, 'gu');
}
