import { foreignPhrase } from '../../../language/foreign-phrase.ts';
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
  input: ScriptInput,
): Finding<'text_language'>[] {
  const { language } = input;
  const match = matchTitle(text, language, analysisOf(text, draft).survey);
  const found =
    match.verdict === 'no'
      ? match.found
      : foreignPhrase(text, language, () => [...writtenBy(input), ...draft.scenes.map(({ narration }) => narration)]);
  if (found === undefined) return [];
  return [
    {
      name: 'text_language',
      ok: false,
      value: found,
      limit: language,
      unit: 'language',
      ...place,
      message: `"${text}" has to be in ${language}; it is in ${found}.`,
      severity: 'report',
    },
  ];
}

/** The caller's words, in which names stand. */
function writtenBy({ prompt, source_text, outline, context, keywords, must_include, cta, sources }: ScriptInput) {
  const texts = [prompt, source_text, context, cta, ...(outline ?? []), ...keywords, ...must_include];
  return [...texts, ...sources.flatMap(({ title, text }) => [title, text])].filter((text) => text !== undefined);
}
