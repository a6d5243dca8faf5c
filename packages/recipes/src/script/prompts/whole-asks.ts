import type { AskPrompt } from '../../prompts/prompt.ts';

/** What a large model is asked to write: a script at once, or an outline and then its parts. The plan follows. */
const version = '2026-11-29.3';

export const writeScenes: AskPrompt<{ readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ count }) => `Write the script in exactly ${count} scenes:`,
      why: 'The plan gives each scene its budget; joined or split scenes miss the length as a whole.',
    },
  ],
};

export const outlineScenes: AskPrompt<{ readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ count }) => `Outline the script first, in exactly ${count} scenes:`,
      why: 'Parts that are written at once can only keep apart what an outline has divided among them.',
    },
  ],
};

export const writePart: AskPrompt<{ readonly first: number; readonly last: number }> = {
  version,
  sentences: [
    {
      rule: 'The scenes are written apart.',
      why: 'Without it the model takes the outline for a finished script that it shall improve.',
    },
    {
      rule: ({ first, last }) =>
        `Write exactly scenes ${first} to ${last} in full: what their lines of the outline say and nothing of the others, going on from the line before.`,
      why: 'Parts that each introduce the topic and close it do not make one script.',
    },
  ],
};

export const writeMissing: AskPrompt<{ readonly after: number; readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ after }) => `Scenes are missing after scene ${after}.`,
      why: 'Says where they will stand, so that they lead from one neighbour to the other.',
    },
    {
      rule: ({ count }) => `Write exactly these ${count}, each with something that no other says:`,
      why: 'A model that sees a script without a gap fills one with what it reads there.',
    },
  ],
};

export const notAgain: AskPrompt<{ readonly fault: string }> = {
  version,
  sentences: [
    {
      rule: ({ fault }) => `Not again: ${fault}`,
      why: 'A script that is written anew as a whole has the same flaw unless it is named.',
    },
  ],
};
