import { nounPhrases } from './noun-phrases.ts';
import { splitSentences } from '../sentences.ts';

/** How somebody looks who feels so, and how a thing looks that is so. What only tastes, costs or means something shows nothing. */
const STATES =
  'relaxed happy scared frightened calm sleepy tired exhausted hungry thirsty curious playful content excited nervous angry sad bored alert worried surprised injured sick wet dry dirty dusty muddy clean broken cracked torn bent rusty frozen icy melted empty full closed swollen burnt golden crispy dark shiny foggy snowy crowded blocked flooded overgrown ripe rotten comfortable cozy cosy snug'.split(
    ' ',
  );

const IS_SO = new RegExp(
  String.raw`\s(?:is|are|was|were|feels?|felt|stays?|remains?|seems?|looks?|becomes?|gets?)(?: (?:very|so|more|really|quite|often|usually|still|already|completely))*(?: \p{L}+(?:,| and))??\s(?<state>${STATES.join('|')})\b(?! (?:of|about|with)\b)`,
  'giu',
);
const DENIED = /\b(?:not|never)$/iu;
const PRONOUN = /(?:^|[\s,;:])(?:they|it|he|she|them|him|her)$/iu;

/** What an English text says somebody or something looks like: "relaxed cats"; `they` is what "they" and "it" stand for. */
export function visibleStates(text: string, they?: string): string[] {
  const found = splitSentences(text).flatMap((sentence) => statesOf(sentence, they));
  return [...new Set(found)];
}

function statesOf(sentence: string, they: string | undefined): string[] {
  const found = [...sentence.matchAll(IS_SO)];
  if (found.length === 0) return [];
  const things = nounPhrases(sentence).filter(({ isVisible }) => isVisible);
  return found.flatMap(({ groups, index }) => {
    const who = sentence.slice(0, index);
    const state = groups?.state ?? '';
    if (DENIED.test(who)) return [];
    const named = things.find(({ text }) => who.endsWith(text))?.text;
    const thing = PRONOUN.test(who) ? they : named;
    return thing === undefined ? [] : [`${state.toLowerCase()} ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`];
  });
}
