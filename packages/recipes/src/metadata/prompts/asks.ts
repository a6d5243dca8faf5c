import type { AskPrompt } from '../../prompts/prompt.ts';

/** What is asked for, at once of a large model and in small asks of a small one. */
const version = '2026-11-30.3';

export const writeAll: AskPrompt<{ readonly titles: number; readonly captions: string }> = {
  version,
  sentences: [
    {
      rule: ({ titles, captions }) => `Write ${titles} titles, the description, the tags${captions}.`,
      why: 'What the schema has, in its order; the number of titles stands in no schema that every vendor keeps.',
    },
  ],
};

/** What `writeAll` says of captions, each platform's on a line of its own. */
export const captionsFor: AskPrompt<{ readonly lines: string }> = {
  version,
  sentences: [
    {
      rule: ({ lines }) =>
        lines === '' ? ', and no captions' : `, and a caption for each of these platforms:\n${lines}\n`,
      why: 'Where none are wanted that is said, or the model writes some for platforms that it knows.',
    },
  ],
};

export const writeSomeTitles: AskPrompt<{ readonly count: number; readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ count, language }) =>
        `Write ${count} other titles for this video in ${language}, five to nine plain words each, one per line.`,
      why: 'A small model copies the working title unless the others are to be other ones; code chooses the best of more than are wanted. In plain lines they keep to the topic; as members with the names of kinds they spoke of one detail.',
    },
  ],
};

export const writeOneTitle: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) => `Write one title for this video in ${language}, five to nine plain words.`,
      why: 'Begun for by code, each time otherwise: asked for several a small model shouts, and names details.',
    },
  ],
};

export const writeDescription: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) => `Say in ${language} in one or two plain sentences what the video shows.`,
      why: 'Asked for where only a title is known; otherwise the video speaks for itself.',
    },
  ],
};

export const translateBoth: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) =>
        `Give the title and the description in ${language}, as a native speaker would write them, the title with at most 90 characters.`,
      why: 'Word for word a title loses its search phrase; YouTube has 100 characters and some languages take a third more.',
    },
  ],
};

export const otherTitle: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) =>
        `Write one new title in ${language}, five to nine words, without numbers and names that the material does not have, unlike the others.`,
      why: 'These are what a title was found wanting in: too like another one, or with a figure that nobody gave.',
    },
  ],
};

export const otherDescription: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) => `Write the description again in ${language}.`,
      why: 'What was wrong stands right above; more words would be new rules.',
    },
  ],
};

export const otherCaption: AskPrompt<{
  readonly platform: string;
  readonly manner: string;
  readonly characters: number;
  readonly language: string;
}> = {
  version,
  sentences: [
    {
      rule: ({ platform, manner, characters, language }) =>
        `Write the caption for ${platform} again in ${language}: ${manner}; at most ${characters} characters.`,
      why: 'Each platform has its manner, and the limit leaves room for hashtags and links that code puts below.',
    },
  ],
};
