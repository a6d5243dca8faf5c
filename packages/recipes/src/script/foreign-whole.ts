import { matchLanguage } from '../language/match.ts';
import { analysisOf } from '../text/analysis.ts';
import { narrationOf, type ScriptDraft } from './draft.ts';

/**
 * Whether a script is in another language altogether. One scene in English has more letters than three in Japanese: where
 * most scenes are in the language that was asked for, the others are wrong and not the whole.
 */
export function isForeignAsAWhole(draft: ScriptDraft, language: string): boolean {
  const verdictOf = (text: string) => matchLanguage(text, language, analysisOf(text, draft).survey).verdict;
  if (verdictOf(narrationOf(draft)) !== 'no') return false;
  const own = draft.scenes.filter(({ narration }) => verdictOf(narration) === 'yes');
  return own.length * 2 <= draft.scenes.length;
}
