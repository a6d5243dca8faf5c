import { countsIn } from '../../language/numbers/numbers-in.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { topicPhrases } from '../../text/phrases/noun-phrases.ts';
import { withoutTrailingClause } from '../../text/phrases/trailing-clause.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { words } from '../../text/words.ts';
import type { MetadataInput } from '../schema.ts';

/** Search results cut what is longer; what is shorter says too little by itself. */
const LENGTH = { least: 20, most: 70 } as const;
const FEWEST_WORDS = 5;
/** What shares more of its words with the working title is that title. */
const AS_WORKING = 0.6;
const MOST_STATEMENTS = 2;
/** Whom such a sentence is about, or what it goes on with, stands elsewhere; "their paws" are those of the cats before it. */
const POINTS_BACK = /\b(?:it|they|them|this|that|these|those|then|also|however|next)\b|[:;?]/iu;

/**
 * What an English video says of its topic in a sentence that is short enough, if need be without the clause that hangs on its end, as titles: "The Bridge Now Carries Trucks of
 * up to 40 Tonnes". None of a list, whose entries are what its title counts.
 */
export function statementTitles(
  { title, material, language }: Pick<MetadataInput, 'title' | 'material' | 'language'>,
  most: number = LENGTH.most,
): string[] {
  const [topic] = topicOf(title, language);
  if (topic === undefined) return [];
  const isAbout = new RegExp(String.raw`^(?:(?:the|a|an) )?(?:[\p{L}-]+ ){0,2}${RegExp.escape(topic)}\s+\p{Ll}`, 'iu');
  return splitSentences(material)
    .map((sentence) => (sentence.length > most ? withoutTrailingClause(sentence) : sentence))
    .map((sentence) => sentence.replace(/[\s.!]+$/u, ''))
    .filter(({ length }) => length >= LENGTH.least && length <= most)
    .filter((text) => isAbout.test(text) && !POINTS_BACK.test(text) && words(text).length >= FEWEST_WORDS)
    .filter((text) => wordOverlap(text, title) <= AS_WORKING)
    .slice(0, MOST_STATEMENTS);
}

/** The main noun of what the title is about. */
function topicOf(title: string, language: string): string[] {
  if (primarySubtag(language) !== 'en' || countsIn(title.split(' ').slice(0, 2).join(' '), language).size > 0)
    return [];
  const [phrase] = topicPhrases(title);
  const noun = phrase?.text.split(/\s+/u).at(-1);
  return noun === undefined ? [] : [noun];
}
