import { languageName } from '../../language/match.ts';
import { shortMaterialRule } from '../../prompts/material-rule.ts';
import type { SystemPrompt } from '../../prompts/prompt.ts';
import type { ScriptInput } from '../schema.ts';

/** Who writes scripts on a small model: the same for all asks of a request, so that its evaluation is reused. */
export const smallWriter: SystemPrompt<Pick<ScriptInput, 'language'>> = {
  version: '2026-11-29.5',
  opening: [
    {
      rule: ({ language }) =>
        `You write what a presenter says in a short video. Plain spoken ${languageName(language)}, concrete, to one person. No headings, no lists, no labels.`,
      why: 'A small model follows what stands in few words: the medium, the language (it falls back to English), and no "Here is".',
    },
    shortMaterialRule,
  ],
  sections: [],
};
