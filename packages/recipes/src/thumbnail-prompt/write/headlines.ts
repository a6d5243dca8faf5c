import { toCapitals } from '../../language/capitals.ts';
import { countsIn } from '../../language/numbers/numbers-in.ts';
import { foreignWord, primarySubtag } from '../../language/scripts.ts';
import { countedThing, nounPhrases } from '../../text/noun-phrases.ts';
import { strongestPhrase } from '../../text/key-phrases.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { contentStems } from '../../text/substance.ts';
import { countCharacters, words } from '../../text/words.ts';
import { drawable, headlineWords, isFragment, MOST_OVERLAY_WORDS, shortened } from '../headline.ts';
import type { ThumbnailInput } from '../schema.ts';
import { wholePhrase } from './whole-phrase.ts';

/** Two headlines that share more of their words test nothing. */
const SAME_HEADLINE = 0.5;

/** What has a number or a word of the topic weighs as much: a headline that says what the video is about. */
const OF_TOPIC = 1;

/**
 * Headlines for a picture, no two alike: what the title promises to count, those that a small model wrote where they can
 * be read as they stand, the phrases of what the video says that have a number or a word of the topic, the title in few
 * words, then what else can be seen or is said.
 */
export function headlinesFrom(written: readonly string[], input: ThumbnailInput): string[] {
  const { language } = input;
  const sentences = splitSentences(input.material);
  const topic = contentStems(input.title, language);
  const weight = ({ text, isVisible }: Phrase) =>
    (/\p{N}/u.test(text) ? 2 : 0) +
    (contentStems(text, language).isDisjointFrom(topic) ? 0 : 1) +
    (isVisible ? 0.5 : 0);
  const phrases = phrasesOf(input, sentences).toSorted((one, other) => weight(other) - weight(one));
  const [topical, others] = [
    phrases.filter((phrase) => weight(phrase) >= OF_TOPIC),
    phrases.filter((phrase) => weight(phrase) < OF_TOPIC),
  ].map((list) => list.map(({ text }) => text));
  const said = (texts: readonly string[] = []) =>
    texts.map(drawable).filter((text) => !isCut(text, sentences, language) && !isAlike(text, input.title));
  const best = [...promised(input), ...said(written), ...said(topical)];
  const candidates = [...best, ...(best.length === 0 ? shortTitles(input) : []), ...said(others)];
  const chosen: string[] = [];
  for (const candidate of candidates) {
    const isOther = chosen.every((other) => !isAlike(candidate, other));
    if (isOther && isReadable(candidate, input)) chosen.push(toCapitals(candidate, language));
  }
  return chosen;
}

function isAlike(one: string, other: string): boolean {
  return wordOverlap(one, other) > SAME_HEADLINE;
}

interface Phrase {
  readonly text: string;
  readonly isVisible: boolean;
}

function phrasesOf({ material, language }: ThumbnailInput, sentences: readonly string[]): readonly Phrase[] {
  if (primarySubtag(language) === 'en') return nounPhrases(material).filter(({ text }) => words(text).length > 1);
  return sentences.map((sentence) => {
    const text = wholePhrase(strongestPhrase(sentence, language), sentence, language);
    return { text, isVisible: false };
  });
}

/** "FIVE MISTAKES" of a title that counts: what makes people look, and what the video keeps. */
function promised({ title, language }: ThumbnailInput): string[] {
  if (countsIn(title, language).size === 0) return [];
  const head = primarySubtag(language) === 'en' ? (countedThing(title) ?? '') : shortened(title, language);
  return countsIn(head, language).size > 0 ? [drawable(head)] : [];
}

/** The title where it is short, else what it is about. */
function shortTitles({ title, language }: ThumbnailInput): string[] {
  return [title, strongestPhrase(title, language)].map(drawable);
}

/** Short enough as it is, about something, and whole: nothing that begins or ends in the middle. */
function isReadable(text: string, { language }: ThumbnailInput): boolean {
  const count = headlineWords(text, language).length;
  if (count === 0 || count > MOST_OVERLAY_WORDS || foreignWord(text, language) !== undefined) return false;
  if (countCharacters(text) > 0) return true;
  return (
    contentStems(text, language).size > 0 &&
    !/^(?:is|are|was|to|and|or|who|which)\b/i.test(text) &&
    !isFragment(text, language)
  );
}

/** Whether it is a piece of what the video says that ends within a phrase there: "confuse solar" of "solar panels". */
function isCut(text: string, sentences: readonly string[], language: string): boolean {
  const lower = text.toLowerCase();
  const sentence = sentences.find((one) => one.toLowerCase().includes(lower));
  if (sentence === undefined || headlineWords(text, language).length < 2) return false;
  const at = sentence.toLowerCase().indexOf(lower);
  const said = sentence.slice(at, at + text.length);
  return wholePhrase(said, sentence, language).length > said.length;
}
