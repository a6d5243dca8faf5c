import { isForeignAsAWhole } from '../../foreign-whole.ts';
import { matchLanguage } from '../../../language/match.ts';
import { analysisOf } from '../../../text/analysis.ts';
import { narrationOf } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** The narration is in the language that was asked for. */
export const languageCheck: ScriptCheck<'language'> = {
  names: ['language'],
  measure(draft, { language }) {
    const narration = narrationOf(draft);
    const match = matchLanguage(narration, language, analysisOf(narration, draft).survey);
    const seen =
      match.verdict === 'unsure'
        ? 'cannot be told from so short a text, or is not one we can tell'
        : `is ${match.found}`;
    return [
      {
        name: 'language',
        ok: match.verdict !== 'no' || !isForeignAsAWhole(draft, language),
        value: match.found,
        limit: language,
        unit: 'language',
        message: `The narration has to be in ${language}; its language ${seen}.`,
        severity: 'must',
      },
    ];
  },
};
