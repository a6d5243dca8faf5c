import type { AskPrompt } from '../../prompts/prompt.ts';

/** How changes of a result are asked for, of whatever kind it is. */
const version = '2026-11-29.4';

export const touchedParts: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Give the parts that the instruction touches, each whole and new, under its name.',
      why: 'Code puts them in their places; a part that is given as a difference cannot be.',
    },
    {
      rule: 'Leave all others out.',
      why: 'Asked to change one scene, models hand back all of them, each a little other.',
    },
  ],
};

export const touchedPartsOf: AskPrompt<{ readonly parts: string }> = {
  version,
  sentences: [
    {
      rule: ({ parts }) => `Only these may change: ${parts}.`,
      why: 'The schema says it too, where the model is held to one.',
    },
    {
      rule: 'Give those that the instruction touches, each whole and new, under its name.',
      why: 'Not each part that may change is one that shall.',
    },
  ],
};

export const wrongNow: AskPrompt<{ readonly fault: string }> = {
  version,
  sentences: [
    {
      rule: ({ fault }) => `What is wrong with it now: ${fault}`,
      why: 'Of the changes that were made and broke a promise, so that the next ones do not.',
    },
  ],
};
