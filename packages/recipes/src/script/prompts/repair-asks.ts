import type { AskPrompt } from '../../prompts/prompt.ts';

/** What is asked again where a check failed; what was found stands in the question. */
const version = '2026-11-29.4';

export const rewriteOneScene: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Rewrite the narration of one scene of the video.',
      why: 'First, before the scenes around it are shown: else they are rewritten as well.',
    },
  ],
};

export const keepWords: AskPrompt<{ readonly phrase: string }> = {
  version,
  sentences: [
    {
      rule: ({ phrase }) => `Keep these words: ${phrase}`,
      why: 'A wanted phrase that stands in this scene must not get lost with what is wrong in it.',
    },
  ],
};

export const onlyNarration: AskPrompt<{ readonly length: string; readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ length, language }) => `Write only the new narration of this scene, ${length}, in ${language}.`,
      why: 'The length is what most rewritings are for; "only" keeps out the word "Narration:" and remarks on what was changed.',
    },
  ],
};

export const wrongTexts: AskPrompt = {
  version,
  sentences: [
    { rule: 'These texts of it are wrong:', why: 'Leads the list of texts by name, each with what was found.' },
  ],
};

export const onlyTexts: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) => `Write only them anew, in ${language}.`,
      why: 'What is right stays as it was paid for.',
    },
  ],
};

export const anotherPicture: AskPrompt<{ readonly scene: number }> = {
  version,
  sentences: [
    {
      rule: ({ scene }) =>
        `Write visual and broll for scene ${scene} alone, with another subject or place than every other shot.`,
      why: 'All shots stand above, and a model that sees a list continues it.',
    },
  ],
};
