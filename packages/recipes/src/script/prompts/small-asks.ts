import { ordinalOf, ordinals } from './first-words.ts';
import type { AskPrompt } from '../../prompts/prompt.ts';

/** What a small model is asked, a little at a time. */
const version = '2026-11-30.5';

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

interface Spoken {
  readonly units: number;
  readonly unit: string;
  readonly language: string;
  readonly manner: string;
  readonly detail: string;
  /** Whether there is room for no more than a few short sentences. */
  readonly isBrief: boolean;
  readonly isLast: boolean;
  readonly cta: string | undefined;
}

const inDetail = {
  rule: ({ detail }: Spoken) => detail,
  why: 'Without it it stays in general words; asked for numbers it invents them.',
};

const toClose = {
  rule: ({ isLast, cta }: Spoken) =>
    isLast ? `In the last sentence tell the viewer ${cta === undefined ? 'one thing to do' : `to ${cta}`}.` : '',
  why: 'It closes with a summary otherwise.',
};

export const speakFreely: AskPrompt<Spoken> = {
  version,
  sentences: [
    {
      rule: ({ units, unit, language, isBrief }) =>
        isBrief
          ? `Say in four short sentences, about ${units} ${unit} in all, of plain spoken ${language} what one has to know about this topic.`
          : `Say in about ${units} ${unit} of plain spoken ${language} what one has to know about this topic, in short, clear sentences.`,
      why: 'Gives prose that explains. "Write a narration" gives headings, bullets and "Step 1:"; "as one talks to a friend" gives chatter (tried on four topics).',
    },
    { rule: ({ manner }) => manner, why: 'The first sentence is the hook.' },
    inDetail,
    toClose,
  ],
};

export const speakList: AskPrompt<Spoken> = {
  version,
  sentences: [
    {
      rule: ({ units, unit, language }) =>
        `Talk about this topic in ${units} ${unit} of plain spoken ${language}, as one person talks to a friend.`,
      why: 'Told to say what one has to know of a list, it writes one: "1. Use curtains. 2. Hang plants."',
    },
    { rule: 'Begin with something surprising about it.', why: 'The first sentence is the hook.' },
    inDetail,
    toClose,
  ],
};

export const speakOn: AskPrompt<Spoken> = {
  version,
  sentences: [
    {
      rule: ({ units, unit, language }) =>
        `Go on for about ${units} ${unit} in plain spoken ${language}, in short, clear sentences.`,
      why: 'The middle of a long script begins without a greeting and without a hook of its own.',
    },
    inDetail,
    toClose,
  ],
};

export const countAloud: AskPrompt<{ readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ count }) =>
        `Count all ${count} of them out loud, each in two short sentences: ${ordinals(count).join(', … ')}, …`,
      why: 'Told to count it says "another" and "finally", and leaves some out; the words in their order keep it counting.',
    },
  ],
};

export const exactWords: AskPrompt<{ readonly phrase: string }> = {
  version,
  sentences: [
    {
      rule: ({ phrase }) => `Use exactly these words: ${phrase}`,
      why: 'At the end of the question: in the brief alone a small model does not use them.',
    },
  ],
};

export const keepToThing: AskPrompt<{ readonly thing: string }> = {
  version,
  sentences: [
    {
      rule: ({ thing }) => `Speak of ${thing} alone: name it, and say what belongs to it and to nothing like it.`,
      why: 'Asked how filter coffee works it spoke of coffee, and of no filter.',
    },
  ],
};

export const isItTrue: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Is this statement true and does it make sense? Answer with Yes or No only.',
      why: 'Asked whether it is "correct or wrong" it found 6 of 13 false sentences and not 9.',
    },
  ],
};

export const closeVideo: AskPrompt<{ readonly cta: string }> = {
  version,
  sentences: [
    {
      rule: ({ cta }) => `Now tell the viewer in one short sentence to ${cta}.`,
      why: 'Asked for a call to action it says that one is important, told to ask somebody it says "Ask them to"; begun for, it calls.',
    },
  ],
};

export const sayEntry: AskPrompt<{ readonly number: number }> = {
  version,
  sentences: [
    {
      rule: ({ number }) => `Say one more of them, which was not said yet. Begin with "${ordinalOf(number)}, ".`,
      why: 'An entry that was promised and left out; the first word decides that it is counted.',
    },
  ],
};

export const speakOfPoint: AskPrompt<{ readonly point: string }> = {
  version,
  sentences: [
    { rule: ({ point }) => `Go on and speak of this: ${point}.`, why: 'A point that the caller wants to be covered.' },
  ],
};

export const nameIt: AskPrompt = {
  version,
  sentences: [
    {
      rule: 'Give it a title of four to eight plain words. Answer with the title only.',
      why: 'Behind the narration, of which it is to speak.',
    },
  ],
};

export const goOn: AskPrompt = {
  version,
  sentences: [
    { rule: 'Go on and tell what happened next.', why: 'The middle of a story that is too short, begun for by code.' },
  ],
};

export const askQuestions: AskPrompt<{ readonly count: number; readonly language: string }> = {
  version,
  sentences: [
    {
      rule: ({ count, language }) =>
        `Write ${count} short questions in ${language} that a viewer still has about the topic, one per line.`,
      why: 'A small model answers a question to the point; told to go on it talks about going on.',
    },
  ],
};

export const answerQuestion: AskPrompt<{ readonly question: string }> = {
  version,
  sentences: [
    {
      rule: ({ question }) => `Answer this question of the viewer in plain words: ${question}`,
      why: 'The answer is spoken and the question is not; asked for a detail it invents one.',
    },
  ],
};

export const nameEntries: AskPrompt<{ readonly count: number }> = {
  version,
  sentences: [
    {
      rule: ({ count }) =>
        `Which ${count} of them would an expert name? One numbered line each, four to nine words, and nothing else.`,
      why: 'Names alone are named in order, none twice and none left out; asked with their reasons a small model stops early.',
    },
  ],
};

export const explainEntry: AskPrompt<{ readonly entry: string }> = {
  version,
  sentences: [
    {
      rule: ({ entry }) => `Explain this one of them alone to the viewer, what to do and why: ${entry}`,
      why: 'With the name before its eyes it keeps to it; "alone" keeps it from counting on.',
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
