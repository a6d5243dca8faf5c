import { scriptsOf } from '../../../language/scripts.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { countWords } from '../../../text/words.ts';
import { matchTitle } from '../../../language/match.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { analysisOf } from '../../../text/analysis.ts';
import { narrationsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';
import { isForeignAsAWhole } from '../../foreign-whole.ts';

/** Every scene is in the language that was asked for; where the whole is not, `language` says so once. */
export const sceneLanguageCheck: ScriptCheck<'scene_language'> = {
  names: ['scene_language'],
  measure(draft, { language }) {
    if (isForeignAsAWhole(draft, language)) return [];
    const failed = narrationsOf(draft).flatMap(({ text, ...place }) => {
      // A scene may be as short as a title, where few words have to tell.
      const match = matchTitle(text, language, analysisOf(text, draft).survey);
      const [sentence] = match.verdict === 'no' ? [] : foreignSentences(text, language);
      if (match.verdict !== 'no' && sentence === undefined) return [];
      const found = (sentence === undefined ? match : matchTitle(sentence, language)).found ?? 'another language';
      return [
        {
          name: 'scene_language',
          ok: false,
          value: found,
          limit: language,
          unit: 'language',
          ...place,
          message: `This scene has to be in ${language}; ${sentence === undefined ? 'it' : `"${sentence}"`} is in ${found}.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'scene_language', 'scenes', 'Every scene is in the language that was asked for.');
  },
};

/** Fewer words in Latin letters are a name or a quotation. */
const LEAST_WORDS = 5;

/**
 * English sentences of a narration that is in other letters, where a title in that language could not be one either. In
 * languages with Latin letters single sentences are too short to be told.
 */
export function foreignSentences(narration: string, language: string): string[] {
  if (!/[A-Za-z]{2,}\s+[A-Za-z]/.test(narration) || scriptsOf(language)?.includes('Latin') !== false) return [];
  const sentences = splitSentences(narration);
  const foreign = sentences.filter(
    (sentence) => countWords(sentence) >= LEAST_WORDS && matchTitle(sentence, language).verdict === 'no',
  );
  return foreign.length === sentences.length ? [] : foreign;
}
