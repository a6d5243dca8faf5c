import { primarySubtag } from '../../language/scripts.ts';
import { insideSentence } from '../../text/phrases/inside-sentence.ts';
import { nounPhrases, topicPhrases } from '../../text/phrases/noun-phrases.ts';
import { splitSentences } from '../../text/sentences.ts';
import { contentStems } from '../../text/substance.ts';
import { words } from '../../text/words.ts';
import type { MetadataInput } from '../schema.ts';

/** Search results cut what is longer. */
const LONGEST_TITLE = 70;
const FEWEST_PHRASES = 2;
const MOST_PHRASES = 3;
/** What explains says in its first statements what it explains by. */
const STATEMENTS = 2;

/**
 * An English explanation's working title with what the video explains it by, in whole phrases of its own: "How Espresso
 * Works: Hot Water and Ground Coffee Beans". Undefined where it names too little.
 */
export function phraseTitle(input: MetadataInput): string | undefined {
  const working = input.title.replace(/[\s.?!]+$/u, '');
  return /^(?:how|why)\s(?!to\b)[^:]*$/iu.test(working) ? titleWithPhrases(working, input) : undefined;
}

/** The same of what a longer working title is about: "Sourdough Bread: Carbon Dioxide Gas and Natural Bacteria". */
export function topicTitle(input: MetadataInput): string | undefined {
  const [topic] = primarySubtag(input.language) === 'en' ? topicPhrases(input.title) : [];
  return topic === undefined ? undefined : titleWithPhrases(topic.text, input);
}

function titleWithPhrases(head: string, { title, material, language }: MetadataInput): string | undefined {
  if (primarySubtag(language) !== 'en') return undefined;
  const topic = contentStems(title, language);
  const said = splitSentences(material).slice(0, STATEMENTS).join(' ');
  const phrases = nounPhrases(said)
    // A single word, or what cannot be seen, may be a verb: "to communicate with humans, mark territory".
    .filter(({ text, isVisible }) => isVisible && words(text).length > 1)
    .filter(({ text }) => contentStems(text, language).isDisjointFrom(topic) && words(text).length <= MOST_WORDS)
    .map(({ text }) => insideSentence(text, said));
  const most = Math.min(MOST_PHRASES, phrases.length);
  const titles = Array.from({ length: most }, (_, at) => `${head}: ${inARow(phrases.slice(0, most - at))}`);
  const fitting = titles.findIndex((text) => text.length <= LONGEST_TITLE);
  return fitting === -1 || most - fitting < FEWEST_PHRASES ? undefined : titles[fitting];
}

/** More words are a sentence. */
const MOST_WORDS = 4;

function inARow(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? '';
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(', ')} and ${last}`;
}
