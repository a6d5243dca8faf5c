import { countsIn } from '../../language/numbers/numbers-in.ts';
import { foreignWord, primarySubtag } from '../../language/scripts.ts';
import { toTitleCase } from '../../language/title-case.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { withoutStock } from '../../text/phrases/stock-phrases.ts';
import { contentStems } from '../../text/substance.ts';
import { findTerms } from '../../text/terms/terms.ts';
import { fold, words } from '../../text/words.ts';
import type { MetadataDraft } from '../draft.ts';
import { SAME_TITLE } from '../guarantees/titles-differ/check.ts';
import type { MetadataInput } from '../schema.ts';
import { materialFor, unsupported } from '../title-facts.ts';
import { angleOf, titleScore } from '../title-score.ts';
import { inCallersSpelling } from './callers-spelling.ts';
import { promisesAnother } from './promises-another.ts';
import { spareTitles } from './spare-titles.ts';
import { statementTitles } from './statement-titles.ts';

const FEWEST_WORDS = 3;

/** A title that has a smaller share of the working title's words speaks of something that the video only touches. */
const LEAST_TOPIC = 0.6;
/** One that keeps the number as well, of as much: "3 Quick Ways to Keep Your Apartment Quiet". */
const LEAST_TOPIC_OF_LIST = 0.5;

function leastTopic({ title, language }: MetadataInput): number {
  return countsIn(title, language).size > 0 ? LEAST_TOPIC_OF_LIST : LEAST_TOPIC;
}

/**
 * As many titles as are asked for: the best of those that were written, then what code makes of the working title. What
 * is missing then is left to check and repair.
 */
export function bestTitles(written: readonly string[], input: MetadataInput): MetadataDraft['titles'] {
  const chosen = writtenTitles(written, input);
  for (const title of spareTitles(input)) {
    const others = [...input.previous_titles, ...chosen];
    const isWanted = findTerms(title, input.avoid, input.language).length === 0;
    if (isWanted && others.every((other) => wordOverlap(other, title) <= SAME_TITLE)) chosen.push(title);
  }
  const capitalised = chosen.map((title) => toTitleCase(title, input.language));
  return capitalised.slice(0, input.variants).map((text) => ({ text, angle: angleOf(text) }));
}

/**
 * The best of the written titles that keep the guarantees, speak of what the working title does, and promise as many
 * things as it does. The working title steps in for one that is missing.
 */
export function writtenTitles(written: readonly string[], input: MetadataInput): string[] {
  const material = materialFor(input);
  const usable = (title: string) =>
    words(title).length >= FEWEST_WORDS &&
    foreignWord(title, input.language) === undefined &&
    findTerms(title, input.avoid, input.language).length === 0 &&
    (isOwnSentence(title, input) || keepsPromise(title, input)) &&
    !isBrokenQuestion(title, input) &&
    !promisesAnother(title, input.title, input.language) &&
    isSaid(title, input) &&
    (isOwnSentence(title, input) || shareOf(topicOf(input), title, input) >= leastTopic(input)) &&
    (input.material === '' || unsupported(title, material).length === 0);
  const scoreOf = (title: string) =>
    titleScore(title, input.keywords, material.words) + TOPIC_POINTS * alikeness(title, input);
  const ranked = written
    .map((title) => withoutForeignHalf(withoutStock(title, input.language), input))
    .map((title) => inCallersSpelling(title, input))
    .filter(usable)
    .toSorted((one, other) => scoreOf(other) - scoreOf(one));
  const chosen: string[] = [];
  const working = [withoutStock(input.title, input.language)].filter(usable);
  for (const title of [...ranked, ...working].filter(usable)) {
    // What is nearly the working title does not stand in its place: "How sound cancelling headphones work".
    const isCopy =
      primarySubtag(input.language) === 'en' &&
      !working.includes(title) &&
      working.some((own) => wordOverlap(own, title) > NEARLY_WORKING);
    const others = [...input.previous_titles, ...chosen];
    if (!isCopy && others.every((other) => wordOverlap(other, title) <= SAME_TITLE)) chosen.push(title);
  }
  return chosen;
}

/** A title that shares more of its words with the working title is that one with a word changed. */
const NEARLY_WORKING = 0.6;

/** What a title gains by being about the topic and nothing else, beside the 100 of its score. */
const TOPIC_POINTS = 50;

/** How much a title and the working title speak of the same and of nothing else, 0 to 1. */
function alikeness(title: string, input: MetadataInput): number {
  return shareOf(contentStems(title, input.language), input.title, input) * shareOf(topicOf(input), title, input);
}

/** Without the number, which is held to by itself and may be written in figures. */
function topicOf({ title, language }: MetadataInput): ReadonlySet<string> {
  const counted = words(title).filter((word) => countsIn(word, language).size > 0);
  return contentStems(title, language).difference(contentStems(counted.join(' '), language));
}

/** The share of stems that a text has; all where there are none. */
function shareOf(stems: ReadonlySet<string>, text: string, { language }: MetadataInput): number {
  return stems.size === 0 ? 1 : stems.intersection(contentStems(text, language)).size / stems.size;
}

/** "Five mistakes" stay five: a title without the number, or with another, promises something else. */
function keepsPromise(title: string, { title: working, language }: MetadataInput): boolean {
  return countsIn(working, language).isSubsetOf(countsIn(title, language));
}

/** A sentence of the video that makes a title speaks of it, whatever words of the working title it has. */
function isOwnSentence(title: string, input: MetadataInput): boolean {
  return statementTitles(input).some((statement) => fold(statement) === fold(title));
}

/** Of an English title more than half of the words stand in the video: "Brewing tips and techniques" of one without any. */
function isSaid(title: string, input: MetadataInput): boolean {
  if (input.material === '' || primarySubtag(input.language) !== 'en') return true;
  return shareOf(contentStems(title, input.language), `${input.title}\n${input.material}`, input) > MOSTLY;
}

const MOSTLY = 0.5;

/** "When are cats purr?": what the working title says of its topic behind another verb. */
function isBrokenQuestion(title: string, { title: working, language }: MetadataInput): boolean {
  const clause = /^(?:how|why) (?<clause>(?!(?:do|does|did|is|are|was|were|can|to)\b).+)$/iu.exec(working)?.groups
    ?.clause;
  if (clause === undefined || primarySubtag(language) !== 'en') return false;
  const said = RegExp.escape(clause.replace(/[\s.?!]+$/u, ''));
  return new RegExp(`\\b(?:is|are|was|were|does|did) (?:the |a |an |your )?${said}(?!\\p{L})`, 'iu').test(title);
}

/** "Why do cats purr? A fun experiment." of a video without one: a half that has no word of the video is left out. */
function withoutForeignHalf(title: string, { material, language }: MetadataInput): string {
  const halves = title.split(/(?<=[?!？！])\s*|\s*[:：–—|]\s+|\s-\s/u).filter((half) => half !== '');
  const said = contentStems(material, language);
  const isOfVideo = (half: string) => {
    const own = contentStems(half, language);
    return own.size === 0 || own.intersection(said).size >= own.size / 2;
  };
  const own = halves.find(isOfVideo);
  return material === '' || halves.length < 2 || halves.every(isOfVideo) ? title : (own ?? title);
}
