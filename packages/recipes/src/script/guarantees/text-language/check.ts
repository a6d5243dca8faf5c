import { matchTitle } from '../../../language/match.ts';
import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { analysisOf } from '../../../text/analysis.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { frameTextsOf, screenTextsOf, type PlacedText } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Title, logline, call to action and screen texts are in the language that was asked for. */
export const textLanguageCheck: ScriptCheck<'text_language'> = {
  names: ['text_language'],
  measure(draft, input) {
    const texts = [...frameTextsOf(draft), ...screenTextsOf(draft)];
    const failed = texts.flatMap((text) => inAnotherLanguage(text, draft, input));
    return orPassed(failed, 'text_language', 'texts', 'Title, logline, call to action and screen texts too are.');
  },
};

function inAnotherLanguage(
  { text, ...place }: PlacedText,
  draft: ScriptDraft,
  { language }: ScriptInput,
): Finding<'text_language'>[] {
  const match = matchTitle(text, language, analysisOf(text, draft).survey);
  if (match.verdict !== 'no') return [];
  return [
    {
      name: 'text_language',
      ok: false,
      value: match.found,
      limit: language,
      unit: 'language',
      ...place,
      message: `"${text}" has to be in ${language}; it is in ${match.found}.`,
      severity: 'report',
    },
  ];
}
