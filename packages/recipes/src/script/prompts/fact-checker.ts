import { shortMaterialRule } from '../../prompts/material-rule.ts';
import type { SystemPrompt } from '../../prompts/prompt.ts';

/** Who holds what a small model said to be true or not: the same model, asked about one sentence at a time. */
export const factChecker: SystemPrompt = {
  version: '2026-11-29.10',
  opening: [
    {
      rule: 'You check facts.',
      why: 'A writer stands by what it wrote; asked as a checker the 1.5B found 9 of 13 false sentences and took 10 of 11 true ones for true.',
    },
    shortMaterialRule,
  ],
  sections: [],
};
