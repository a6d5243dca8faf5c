import { nounPhrases, topicPhrases, type NounPhrase } from '../../text/phrases/noun-phrases.ts';
import { contentStems } from '../../text/substance.ts';
import { words } from '../../text/words.ts';
import type { MetadataInput } from '../schema.ts';

const MOST_TAGS = 12;
/** More words are a sentence that nobody searches for. */
const MOST_WORDS = 3;

/**
 * What an English video is searched by: the nouns of its title, whole, then the things that it speaks of, those of the
 * topic first; a single word only where it is said again. Neighbouring words alone made "#MistakesPeople" and
 * "#FixesBroken".
 */
export function nounTags({ title, material, language }: MetadataInput): string[] {
  const topic = contentStems(title, language);
  const isOfTopic = ({ text }: NounPhrase) => !contentStems(text, language).isDisjointFrom(topic);
  const said = nounPhrases(material).filter(({ isVisible }) => isVisible);
  const named = topicPhrases(title);
  const ranked = [...named, ...said.filter(isOfTopic), ...said.filter((one) => !isOfTopic(one))];
  const chosen: string[] = [];
  for (const [index, { text }] of ranked.entries()) {
    const tag = inSmallLetters(text, `${title}. ${material}`);
    const isNew = chosen.every((other) => !`${singularOf(other)} `.includes(`${singularOf(tag)} `));
    if (isNew && isShort(tag) && (index < named.length || isSearched(tag, material))) chosen.push(tag);
  }
  return chosen.slice(0, MOST_TAGS);
}

function isShort(tag: string): boolean {
  return words(tag).length <= MOST_WORDS && !/\p{N}/u.test(tag);
}

function isSearched(tag: string, material: string): boolean {
  const times = words(material).filter((word) => singularOf(word) === singularOf(tag)).length;
  return words(tag).length > 1 || times > 1;
}

/** "Coffee filters" at the head of a sentence are no name. */
function inSmallLetters(phrase: string, said: string): string {
  const isName = new RegExp(`[\\p{Ll},] ${RegExp.escape(phrase)}`, 'u').test(said);
  return isName ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/** "Solar panel" and "solar panels" are one search. */
function singularOf(phrase: string): string {
  return phrase.toLowerCase().replace(/(?<=\p{L}{2}[^su])s$/u, '');
}
