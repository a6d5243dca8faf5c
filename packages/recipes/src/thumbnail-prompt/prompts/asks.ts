import type { AskPrompt } from '../../prompts/prompt.ts';

/** What is asked for, at once of a large model and in small asks of a small one. */
const version = '2026-11-30.3';

export const onlyBaseline: AskPrompt = {
  version,
  sentences: [
    { rule: 'Write the baseline, and no changes.', why: 'The schema has a list of changes, and models fill lists.' },
  ],
};

/** Words may only vary where some model draws them. */
export const baselineAndChanges: AskPrompt<{ readonly changes: number; readonly wordsMayVary: boolean }> = {
  version,
  sentences: [
    {
      rule: ({ changes, wordsMayVary }) =>
        `Write the baseline and ${changes} changes, each of another variable${wordsMayVary ? '' : ', none of them overlay_text'}.`,
      why: 'Two changes of one variable are one test less; for models that draw no words a change of words is no other picture.',
    },
  ],
};

export const describeThumbnail: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) =>
        `Describe the photo of the thumbnail in short English phrases, and two to four ${language} words to write on it that make people curious.`,
      why: 'A photo, because asked for a thumbnail a small model describes a layout; image models read English, viewers their own language.',
    },
  ],
};

export const oneHeadline: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Write the words on its picture: three or four words that say what happens in the video. Answer with these words only.',
      why: 'Begun with what the video is about, for which its own sentences have no words so short.',
    },
  ],
};

export const otherWords: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) => `Give two to four other words in ${language} for the picture, a whole phrase.`,
      why: 'Without "a whole phrase" words are cut out of the title.',
    },
  ],
};

export const otherValue: AskPrompt<{ readonly name: string }> = {
  version,
  sentences: [
    {
      rule: ({ name }) => `Give another ${name}, clearly different, in a few English words.`,
      why: 'A synonym is found to change nothing and was paid for.',
    },
  ],
};
