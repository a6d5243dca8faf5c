import { videoBrief } from '../../input/video-brief.ts';
import { expectedWords } from '../../expected/expected-words.ts';
import { languageName } from '../../language/match.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { platformOf } from '../../platforms/platforms.ts';
import { ask, progress, type Work } from '../../port/effects.ts';
import { listEntries } from '../../text/lines.ts';
import { closedText, splitSentences } from '../../text/sentences.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { withoutOpening } from '../../text/phrases/stock-phrases.ts';
import { countCharacters } from '../../text/words.ts';
import { bestTitles, writtenTitles } from './best-titles.ts';
import { titleBeginnings } from './title-beginnings.ts';
import { nounTags } from './noun-tags.ts';
import { phraseTitle } from './phrase-title.ts';
import { statementTitles } from './statement-titles.ts';
import type { MetadataDraft } from '../draft.ts';
import { translate } from './localize.ts';
import type { MetadataInput } from '../schema.ts';
import { systemFor } from '../prompts/system.ts';
import { plainTitle } from '../../text/titles/plain-title.ts';
import type { LabelledLine } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { writeDescription, writeOneTitle, writeSomeTitles } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** More than are wanted, so that code can choose. */
const MORE_TITLES = 3;
const LONGEST_TITLE = 70;
const TITLE_TOKENS = 24;

/** Titles as plain lines; the description is what the video says first; tags are its nouns; hashtags, category and captions are made by code. */
export function* writeStaged(input: MetadataInput): Work<MetadataDraft> {
  yield progress(0, 1, 'Writing titles and a description');
  const own = [phraseTitle(input) ?? [], statementTitles(input)].flat();
  const begun = primarySubtag(input.language) === 'en' ? [...(yield* titlesBegun(input, own)), ...own] : own;
  const best = begun.length === 0 ? [] : bestTitles(begun, input);
  const isSome = best.length >= Math.min(FEWEST_TITLES, input.variants);
  const titles = isSome ? best : yield* titlesListed(begun, input);
  const draft: MetadataDraft = {
    titles,
    description: openingOf(input) || (yield* askForDescription(input)),
    tags: primarySubtag(input.language) === 'en' ? nounTags(input) : [],
    captions: {},
    localizations: {},
  };
  return yield* translate(draft, input, systemFor({ strategy: 'staged' }));
}

/** With so many nothing more is asked: what a small model lists at once is worse than what it was begun for. */
const FEWEST_TITLES = 2;

/** English titles one at a time, each begun otherwise, until with our `own` as many as are wanted can be used. */
function* titlesBegun(input: MetadataInput, own: readonly string[]): Work<readonly string[]> {
  const written: string[] = [];
  for (const begins of titleBeginnings(input)) {
    if (isEnough(written, own, input)) break;
    const answer = yield* ask<string>({
      part: 'titles',
      label: 'Writing titles',
      system: systemFor({ strategy: 'staged' }),
      prompt: [
        videoBrief(input, wishes(input)),
        '',
        askText(writeOneTitle, { language: languageName(input.language) }),
      ].join('\n'),
      begins,
      reply: { form: 'text' },
      maxTokens: TITLE_TOKENS,
      temperature: TITLE_TEMPERATURE,
      expected: () => `${begins} ${expectedWords(input.language).within(40)}`,
    });
    const line = answer.split('\n').find((one) => one.trim() !== '') ?? '';
    written.push(closedTitle(line, input.language));
  }
  return written;
}

/**
 * The working title, which is one of them where it has to be, is no reason to ask for none; and what was asked for as
 * often as titles are wanted is left to code.
 */
function isEnough(written: readonly string[], own: readonly string[], input: MetadataInput): boolean {
  if (written.length === 0) return false;
  const titles = [...written, ...own];
  const isTried = written.length >= input.variants && bestTitles(titles, input).length >= input.variants;
  return isTried || writtenTitles(titles, input).length >= input.variants;
}

/** The best of these and of several more, written in one ask. */
function* titlesListed(begun: readonly string[], input: MetadataInput): Work<MetadataDraft['titles']> {
  const count = input.variants + MORE_TITLES;
  const written = yield* ask<string>({
    part: 'metadata',
    label: 'Writing titles',
    system: systemFor({ strategy: 'staged' }),
    prompt: [
      videoBrief(input, wishes(input)),
      '',
      askText(writeSomeTitles, { count, language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'text' },
    maxTokens: 20 + count * TITLE_TOKENS,
    temperature: TITLE_TEMPERATURE,
    expected: () => expectedTitles(count, input),
  });
  const listed = listEntries(written).map((line) => closedTitle(line, input.language));
  return bestTitles([...begun, ...listed], input);
}

/** At 0.7 titles spoke of what the video does not have. */
const TITLE_TEMPERATURE = 0.5;

function expectedTitles(count: number, { language }: MetadataInput): string {
  const words = expectedWords(language);
  return Array.from({ length: count }, () => words.within(45)).join('\n');
}

const SENTENCE_CHARACTERS = { least: 40, most: 150 } as const;
const DESCRIPTION_SENTENCES = 2;
const DESCRIPTION_TOKENS = 80;

/** The first statements of the video: written anew, a small model gave it a website and a telephone number. */
function openingOf({ title, material: said, language }: MetadataInput): string {
  const statements = splitSentences(said)
    .filter((sentence) => sentence.length <= SENTENCE_CHARACTERS.most && !/[?？؟]["”]?$/u.test(sentence))
    .filter((sentence) => wordOverlap(sentence, title) < SAME_AS_TITLE)
    .map(withoutCount);
  const opening = descriptionOf(statements.slice(0, DESCRIPTION_SENTENCES), language);
  return opening.length < SENTENCE_CHARACTERS.least ? '' : opening;
}

/** What shares more of its words with the title says it once more. */
const SAME_AS_TITLE = 0.9;

/** "Second, curtains help" is counted in the video, and not below it. */
function withoutCount(sentence: string): string {
  const bare = sentence.replace(/^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth),\s+/iu, '');
  return bare === sentence ? sentence : bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Where nothing is known but a title. */
function* askForDescription(input: MetadataInput): Work<string> {
  const written = yield* ask<string>({
    part: 'description',
    label: 'Writing a description',
    system: systemFor({ strategy: 'staged' }),
    prompt: [
      videoBrief(input, wishes(input)),
      '',
      askText(writeDescription, { language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'text' },
    maxTokens: DESCRIPTION_TOKENS,
    temperature: TITLE_TEMPERATURE,
    expected: () => `${expectedWords(input.language).within(100)}.`,
  });
  return descriptionOf(splitSentences(written).slice(0, DESCRIPTION_SENTENCES), input.language);
}

/** More would take the place of what the video says. */
const MOST_PREVIOUS = 10;

/** What the caller wants of the texts, for small models in few lines. */
export function wishes(input: MetadataInput): LabelledLine[] {
  const { keywords, audience, tone, cta, avoid, platforms, previous_titles: previous } = input;
  return [
    ['Published on', platforms.map((id) => platformOf(id).name).join(', ')],
    ['Search phrases', keywords.join(', ')],
    ['Audience', audience ?? ''],
    ['Tone', tone ?? ''],
    ['Call to action', cta ?? ''],
    ['Never use these words', avoid.join(', ')],
    ['Titles used before', material(previous.slice(-MOST_PREVIOUS).join(' | '))],
  ];
}

/** "What to know about espresso?", "Why cats purr?" and "What headphones do?" ask nothing. */
const NO_QUESTION = new RegExp(
  [
    String.raw`^(?<title>(?:what|how|when|where|why) to .*)\?$`,
    String.raw`^(?<title>(?:when|where|why|how(?! (?:about|big|come|fast|far|hot|long|loud|many|much|often|old|well)\b)) (?!(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|not|should|so|was|were|will|would)\b)[^?]*)\?$`,
    String.raw`^(?<title>what (?:[\p{L}-]+ ){0,2}\p{L}+s (?:can|do|need)\b[^?]*)\?$`,
  ].join('|'),
  'iu',
);

/** Begun with "Why" or "The" it also offers something ("Why not …?"), or names the video and not what it is about. */
const NO_TITLE = /^(?:(?:why (?:not|don['’]t you)|(?:the|this) video)\b|(?:how|what|when|why)\s*[,&])/iu;

/** A longer line is no title. */
function closedTitle(written: string, language: string): string {
  if (written.length > LONGEST_TITLE || NO_TITLE.test(written)) return '';
  const title = plainTitle(written, language);
  return primarySubtag(language) === 'en' ? title.replace(NO_QUESTION, '$<title>') : title;
}

/** Whole sentences that speak of the matter and not of the video. */
function descriptionOf(sentences: readonly string[], language: string): string {
  return sentences
    .map((sentence) => withoutOpening(closedText(fixSpeech(sentence), SENTENCE_CHARACTERS.most), language))
    .filter((sentence, index, all) => sentence !== '' && all.indexOf(sentence) === index)
    .join(countCharacters(sentences.join('')) > 0 ? '' : ' ');
}
