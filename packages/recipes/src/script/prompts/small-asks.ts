import type { AskPrompt } from '../../prompts/prompt.ts';

/** What a small model is asked, a little at a time. */
const version = '2026-11-29.3';

export const planBeats: AskPrompt<{ readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ count }) =>
        `Write ${count} numbered lines, three to eight words each: the ${count} things that the video tells, in order.`,
      why: 'Numbers keep it counting, and lines so short leave no room for narration.',
    },
    { rule: 'Each line names another step or fact.', why: 'Otherwise one fact comes back in other words.' },
    { rule: ({ count }) => `Stop after line ${count}.`, why: 'A small model that counts goes on to a round number.' },
  ],
};

export const speakParts: AskPrompt<{ readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ language }) =>
        `Write the words that are spoken in the video, part by part: one to three plain ${language} sentences for each part.`,
      why: 'Asked for scenes it describes pictures; the language stands near the end because that is what it follows.',
    },
    { rule: 'Talk to one person.', why: 'Keeps it from writing an article.' },
    {
      rule: 'Each part says something new and names real things.',
      why: 'Its parts repeat each other and stay in general words.',
    },
  ],
};

export const exactWords: AskPrompt<{ readonly phrase: string }> = {
  version,
  sentences: [
    {
      rule: ({ phrase }) => `use exactly these words: ${phrase}`,
      why: 'Beside the part in which they shall stand: in the brief alone a small model does not use them.',
    },
  ],
};

export const callToAction: AskPrompt<{ readonly cta: string }> = {
  version,
  sentences: [
    {
      rule: ({ cta }) => `ask the viewer to: ${cta}`,
      why: "Beside the last part, for the same reason; 'ask' makes it a sentence to the viewer and not a report.",
    },
  ],
};

export const nextPart: AskPrompt<{ readonly name: string }> = {
  version,
  sentences: [
    {
      rule: ({ name }) => `Write the next part of the narration: ${name}.`,
      why: '"Next" goes on from what stands before; the name of the part is what it follows most closely.',
    },
  ],
};

export const nextPartConcretely: AskPrompt<{ readonly name: string }> = {
  version,
  sentences: [
    ...nextPart.sentences,
    {
      rule: 'Name real things: parts, materials, places, numbers or causes.',
      why: 'For a scene that said nothing: "be concrete" alone changes nothing, kinds of things do.',
    },
  ],
};

export const goOn: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Go on from there with a new detail: a number, a cause, a part or an example.',
      why: 'A scene that is too short is gone on with; without a kind of detail its last sentence comes again.',
    },
  ],
};

export const describePhotos: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Now describe a photo for each scene: one visible thing or person, what it does and where it is, five to nine English words.',
      why: 'Asked for a visual it writes "showing the importance of"; a photo has to have something in it.',
    },
    { rule: 'Do not repeat the narration.', why: 'It stands right above and is the nearest text to copy.' },
  ],
};
