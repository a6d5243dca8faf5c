import type { AskPrompt } from '../../prompts/prompt.ts';

/** What can be done with a script beside changing its texts. */
const version = '2026-11-29.3';

export const removeAndAdd: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'removed: ids of scenes, only where the instruction wants scenes gone.',
      why: 'Every list that a schema has is filled by some models: "only where" keeps scenes that nobody spoke of.',
    },
    { rule: 'added: new scenes, only where it wants more of them.', why: 'The same.' },
  ],
};
