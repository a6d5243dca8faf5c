import { toCapitals } from '../../language/capitals.ts';
import { countsIn } from '../../language/numbers/numbers-in.ts';
import { foreignWord, primarySubtag } from '../../language/scripts.ts';
import { countedThing, figureTold, nounPhrases, topicPhrases } from '../../text/phrases/noun-phrases.ts';
import { strongestPhrase } from '../../text/phrases/key-phrases.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { contentStems } from '../../text/substance.ts';
import { visibleDeeds } from '../../text/visible-deeds/visible-deeds.ts';
import { countCharacters, fold, words } from '../../text/words.ts';
import { saidClauses } from './said-clauses.ts';
import { drawable, headlineLikeness, headlineWords, isFragment, MOST_OVERLAY_WORDS, shortened } from '../headline.ts';
import type { ThumbnailInput } from '../schema.ts';
import { wholePhrase } from './whole-phrase.ts';

/** Two headlines that share more of their words test nothing. */
const SAME_HEADLINE = 0.5;

/**
 * Headlines for a picture, no two alike: what the title promises to count, those that a small model wrote where they can
 * be read as they stand, figures, and what the video says that is done, with a word of the topic; then what the title is
 * about, and what else can be seen or is said.
 */
export function headlinesFrom(written: readonly string[], input: ThumbnailInput): string[] {
  const { language, title } = input;
  const sentences = splitSentences(input.material);
  const said = (texts: readonly string[]) =>
    texts.map(drawable).filter((text) => text !== '' && !isCut(text, sentences, language) && !isAlike(text, title));
  const { topical, vague, others } = rankedPhrases(input, sentences);
  const titles = shortTitles(input).filter((text) => isReadable(text, input));
  const telling = tellingHeadlines(written, input);
  // What the title is about heads a picture in several words; in one it says nothing.
  const named = titles.filter((text) => headlineWords(text, language).length > 1);
  const lead = telling.length === 0 ? named.slice(0, 1) : telling;
  const done = [...clausesSaid(input).others, ...deedsSaid(input)];
  const seen = [...said(topical), ...named, ...done, ...titles];
  return chosenFrom([...lead, ...seen, ...said(vague), ...said(others), drawable(title)], input);
}

/** Shorter ones tell what to do and no more: "Brew coffee". */
const TELLING_WORDS = 3;

/**
 * Clauses of an English video with a word of the topic, and of an entry that is counted aloud, any; then the others.
 */
function clausesSaid({ material, title, language }: ThumbnailInput): Readonly<Record<'ofTopic' | 'others', string[]>> {
  if (primarySubtag(language) !== 'en') return { ofTopic: [], others: [] };
  const topic = contentStems(title, language);
  const isUsable = (text: string) => text !== '' && !isAlike(text, title);
  const all = saidClauses(title, material).map(drawable).filter(isUsable);
  const long = all.filter((text) => headlineWords(text, language).length >= TELLING_WORDS);
  const isOfTopic = (text: string) => !contentStems(text, language).isDisjointFrom(topic);
  const entries = splitSentences(material).filter(startsWithOrdinal).join(' ');
  const named = countsIn(title, language).size === 0 ? [] : saidClauses(title, entries).map(drawable).filter(isUsable);
  return { ofTopic: [...named, ...long.filter(isOfTopic)], others: long.filter((text) => !isOfTopic(text)) };
}

/** Those of them that say something of the topic: with a number, or with what is done. */
export function tellingHeadlines(written: readonly string[], input: ThumbnailInput): string[] {
  const { language, title } = input;
  const sentences = splitSentences(input.material);
  const isUsable = (text: string) => text !== '' && !isCut(text, sentences, language) && !isAlike(text, title);
  const asked = written.map(drawable).filter(isUsable);
  const figures = rankedPhrases(input, sentences).figures.map(drawable).filter(isUsable);
  if (primarySubtag(language) !== 'en') return chosenFrom([...promised(input), ...asked, ...figures], input);
  const deeds = deedsSaid(input);
  const counted = deeds.filter((text) => /\p{N}/u.test(text));
  const topic = contentStems(title, language);
  const ofTopic = deeds
    .filter((text) => headlineWords(text, language).length >= TELLING_WORDS)
    .filter((text) => !contentStems(text, language).isDisjointFrom(topic));
  const clauses = clausesSaid(input).ofTopic;
  return chosenFrom([...promised(input), ...counted, ...figures, ...clauses, ...ofTopic, ...asked], input);
}

/** Those that can be read, none like one before it. */
function chosenFrom(candidates: readonly string[], input: ThumbnailInput): string[] {
  const chosen: string[] = [];
  for (const candidate of candidates) {
    const isOther = chosen.every((other) => headlineLikeness(candidate, other, input.language) <= SAME_HEADLINE);
    if (isOther && isReadable(candidate, input)) chosen.push(toCapitals(candidate, input.language));
  }
  return chosen;
}

/** "Third, lay a thick rug": an entry that is counted aloud. */
function startsWithOrdinal(sentence: string): boolean {
  return /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth),/iu.test(sentence);
}

/** What is done in an English video, as it says it: "WORKERS REPLACED 1,200 RIVETS" says more than "1,200 RIVETS". */
function deedsSaid({ material, title, language }: ThumbnailInput): string[] {
  if (primarySubtag(language) !== 'en') return [];
  const said = visibleDeeds(material).map((deed) => drawable(deed.said));
  return said.filter((text) => headlineWords(text, language).length > 1 && !isAlike(text, title));
}

function isAlike(one: string, other: string): boolean {
  return wordOverlap(one, other) > SAME_HEADLINE;
}

/** What the video says, in four ranks; in each what can be seen comes first. */
function rankedPhrases(
  input: ThumbnailInput,
  sentences: readonly string[],
): Readonly<Record<'figures' | 'topical' | 'vague' | 'others', readonly string[]>> {
  const phrases = phrasesOf(input, sentences).toSorted((one, other) => Number(other.isVisible) - Number(one.isVisible));
  const topic = contentStems(input.title, input.language);
  const isEnglish = primarySubtag(input.language) === 'en';
  const rankOf = ({ text, isVisible }: Phrase) => {
    if (/\p{N}/u.test(text)) return 'figures';
    if (contentStems(text, input.language).isDisjointFrom(topic)) return 'others';
    // "Characteristic of cats" has a word of the topic, and says nothing of it.
    return isEnglish && !isVisible ? 'vague' : 'topical';
  };
  const textsOf = (rank: ReturnType<typeof rankOf>) =>
    phrases.filter((phrase) => rankOf(phrase) === rank).map(({ text }) => text);
  return {
    figures: textsOf('figures').flatMap((text) => figureSaid(text, sentences, input)),
    topical: textsOf('topical'),
    vague: textsOf('vague'),
    others: textsOf('others'),
  };
}

/** Figures that are of nothing by themselves: "14 June", "26 months", "38 million euros". */
const BARE_FIGURE =
  /^[\d.,\s]+(?:(?:hundred|thousand|million|billion|trillion)\s*)?(?:january|february|march|april|may|june|july|august|september|october|november|december|seconds?|minutes?|hours?|days?|weeks?|months?|years?|euros?|dollars?|pounds?|cents?|tonnes?|tons?|kilos?|kilograms?|grams?|met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|degrees?|percent|%)?(?:\s\d+)?$/iu;

/** A figure of something as it is; one of nothing with the verb before it, "reopens on 14 June", or not at all. */
function figureSaid(figure: string, sentences: readonly string[], { language }: ThumbnailInput): string[] {
  if (primarySubtag(language) !== 'en' || !BARE_FIGURE.test(figure)) return [figure];
  const told = figureTold(figure, sentences.find((sentence) => sentence.includes(figure)) ?? '');
  return told === undefined ? [] : [told];
}

interface Phrase {
  readonly text: string;
  readonly isVisible: boolean;
}

/** "Base of the espresso", "top of the door": a place in a thing heads nothing. */
const PART_OF = /\sof\s(?:the|a|an|your|its)\s/iu;

/** "It is not a sign of illness": what is denied heads nothing. */
function isDenied(phrase: string, said: string): boolean {
  const at = said.indexOf(phrase);
  return /(?:\b(?:not|no|never|without)|n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu.test(said.slice(Math.max(0, at - 60), at));
}

function phrasesOf({ material, language }: ThumbnailInput, sentences: readonly string[]): readonly Phrase[] {
  if (primarySubtag(language) === 'en')
    return nounPhrases(material).filter(
      ({ text }) => words(text).length > 1 && !PART_OF.test(text) && !isDenied(text, material),
    );
  return sentences.map((sentence) => {
    const text = wholePhrase(strongestPhrase(sentence, language), sentence, language);
    return { text, isVisible: false };
  });
}

/** "FIVE MISTAKES" of a title that begins with what it counts: what makes people look, and what the video keeps. */
function promised({ title, language }: ThumbnailInput): string[] {
  if (countsIn(title, language).size === 0) return [];
  const head = primarySubtag(language) === 'en' ? (countedThing(title) ?? '') : shortened(title, language);
  const isPromise = words(title.slice(0, title.indexOf(head))).length < PROMISE_WORDS;
  return isPromise && countsIn(head, language).size > 0 ? [drawable(head)] : [];
}

/** Behind more words than these stands a figure of another kind: "… after two years of repairs". */
const PROMISE_WORDS = 3;

/** What the title is about, in several words. The title itself stands beside the picture already. */
function shortTitles({ title, language }: ThumbnailInput): string[] {
  const named = primarySubtag(language) === 'en' ? topicPhrases(title).map(({ text }) => text) : [];
  const whole = named.filter((text) => words(text).length > 1);
  return [...whole, strongestPhrase(title, language)].map(drawable).filter((text) => fold(text) !== fold(title));
}

/** Short enough as it is, about something, and whole: nothing that begins or ends in the middle. */
function isReadable(text: string, { title, language }: ThumbnailInput): boolean {
  const count = headlineWords(text, language).length;
  if (count === 0 || count > MOST_OVERLAY_WORDS || foreignWord(text, language) !== undefined) return false;
  if (countCharacters(text) > 0) return true;
  return (
    contentStems(text, language).size > 0 &&
    !/^(?:is|are|was|to|and|or|who|which)\b/i.test(text) &&
    (text === drawable(title) || !isFragment(text, language))
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
