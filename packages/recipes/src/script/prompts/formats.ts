import type { FormatId, SceneRole } from '../schema.ts';

/** How each format is built, for the writer's instructions. */
export const formatStructures: Readonly<Record<FormatId, string>> = {
  educational:
    'Open with the puzzle, explain one cause after another so that each answer raises the next question, end with what the viewer can now see or do.',
  listicle:
    'Count the entries out loud, strongest second and best last; each entry is a claim and one concrete reason, never a definition.',
  story:
    'Begin in the middle of the action, go back once, let every scene change the situation, and let the meaning come from what happens.',
  review: 'Give the verdict early, then what it does well and badly in real use, who should buy it and who should not.',
  news: 'Say what happened, when and to whom in the first sentence; then why it matters, what is known, what is not, and what comes next.',
  documentary:
    'Start from one telling detail or place, widen to the larger story in order of time, close by returning to the detail with new eyes.',
  vlog: 'First person, present tense: what I try, what goes wrong, what I learn; small concrete moments over statements.',
  tutorial:
    'Show the result first; then the steps in order, one action each, with the mistake people make at that step.',
  ad: 'Name the problem the viewer has, show life with it solved, give one proof, make one offer.',
};

/** What a scene of a role has to do. */
export const rolePurposes: Readonly<Record<SceneRole, string>> = {
  hook: 'stop the viewer with something specific: a surprising fact, a mistake, a result, a tension',
  setup: 'say what is at stake and what the question is',
  point: 'make one new point and explain why it is so',
  proof: 'show it in a concrete example, figure or moment',
  turn: 'turn the story: the exception, the cost, the thing most people get wrong',
  recap: 'draw the points together into one thought',
  cta: 'close the thought and say the one thing to do next',
};

/** How a small model begins to talk about something, by format: one sentence, which it follows. */
export const formatManners: Readonly<Record<FormatId, string>> = {
  educational: 'Start with the fact that surprises most.',
  listicle: 'Start with the fact that surprises most.',
  story: 'Tell it as it happened to you, moment by moment.',
  review: 'Begin with your verdict.',
  news: 'Begin with what happened, when and where, and keep to what is known.',
  documentary: 'Begin with one telling moment or place.',
  vlog: 'Tell what you do and see, moment by moment.',
  tutorial: 'Begin with the result that one gets, then go step by step.',
  ad: 'Begin with the problem that one has.',
};

const HOW_AND_WHY = 'Say how and why it happens, step by step, and keep to what is well known.';
const IN_DETAIL = 'Give concrete details and say why.';

/**
 * What a small model is to fill its time with, by format. What explains goes step by step: "concrete details" alone gave
 * an espresso that is named after Verona, and half the length.
 */
export const formatDetails: Readonly<Record<FormatId, string>> = {
  educational: HOW_AND_WHY,
  listicle: IN_DETAIL,
  story: IN_DETAIL,
  review: IN_DETAIL,
  news: IN_DETAIL,
  documentary: HOW_AND_WHY,
  vlog: IN_DETAIL,
  tutorial: HOW_AND_WHY,
  ad: IN_DETAIL,
};
