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
      if (match.verdict !== 'no') return [];
      return [
        {
          name: 'scene_language',
          ok: false,
          value: match.found,
          limit: language,
          unit: 'language',
          ...place,
          message: `This scene has to be in ${language}; it is in ${match.found}.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'scene_language', 'scenes', 'Every scene is in the language that was asked for.');
  },
};
