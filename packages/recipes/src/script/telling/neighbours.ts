import { primarySubtag } from '../../language/scripts.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';

/**
 * A small model that is to explain one thing lists its kinds sooner or later, and with them its neighbours: "There are
 * two main methods, the French press and the drip machine", of espresso. What lists kinds says nothing of how or why.
 */
const LISTS_KINDS =
  /\bthere (?:are|exist) (?:(?:many|several|various|some|other|a few|two|three|four|five|different) )+(?:\p{L}+ ){0,2}?(?:types?|kinds?|ways|methods?|varieties|variations|versions|options|forms)\b|^(?:some|the most|many|other) (?:popular|common|well-known|famous|different)?\s?(?:ones|(?:\p{L}+ ){0,2}?(?:types|kinds|ways|methods|varieties|variations|versions|options|examples)) (?:are|include)\b|\b(?:types|kinds|varieties|variations|versions) (?:of \p{L}+(?: \p{L}+)? )?(?:include|are|such as)\b/iu;

/** Questions whose answers are other things: kinds, comparisons, what is best. */
const ASKS_FOR_KINDS =
  /\b(?:types?|kinds?|varieties|variations|versions|brands?|alternatives?|options|best|popular|most common|differ(?:s|ent|ence)?|other|another|compared?|instead|vs)\b/iu;

/** "How espresso works", "Why cats purr"; not "How to choose the best beans", which is about kinds. */
const EXPLAINS = /^(?:how|why)\b/iu;

/** Whether a sentence of an English explanation speaks of the kinds of its topic, and not of the topic. */
export function listsKinds(sentence: string, input: ScriptInput): boolean {
  return isExplanation(input) && LISTS_KINDS.test(sentence);
}

/** Whether an answer to this question would lead away from an English explanation's topic. */
export function leadsAway(question: string, input: ScriptInput): boolean {
  return isExplanation(input) && ASKS_FOR_KINDS.test(question);
}

/** Whether an English video is to say how or why something is. */
export function isExplanation(input: ScriptInput): boolean {
  const subject = subjectOf(input);
  return primarySubtag(input.language) === 'en' && EXPLAINS.test(subject) && !ASKS_FOR_KINDS.test(subject);
}
