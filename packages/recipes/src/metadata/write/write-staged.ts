import { z } from 'zod';
import { videoBrief } from '../../input/video-brief.ts';
import { expectedWords } from '../../expected/expected-words.ts';
import { languageName } from '../../language/match.ts';
import { platformOf } from '../../platforms/platforms.ts';
import { ask, progress, type Work } from '../../port/effects.ts';
import { closedText } from '../../text/sentences.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { withoutOpening } from '../../text/stock-phrases.ts';
import { bestTitles } from './best-titles.ts';
import type { MetadataDraft } from '../draft.ts';
import { translate } from './localize.ts';
import type { MetadataInput } from '../schema.ts';
import { systemFor } from '../prompts/system.ts';
import { plainTitle } from '../../text/plain-title.ts';
import type { LabelledLine } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { writeSomeTitles } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Titles of several kinds are asked for, so that code can choose; the names steer a small model better than a request. */
const TITLE_KINDS = [
  'title that says why',
  'title with a detail from the video',
  'title as a question',
  'title that names a mistake',
  'title that says how',
] as const;
const MORE_TITLES = 2;
const TITLE_CHARACTERS = { least: 15, most: 70 } as const;

const MAIN_FACT = 'description, first the main fact';
const USE = 'then what you can do with it';
const SENTENCE_CHARACTERS = { least: 40, most: 150 } as const;

/** One small ask; tags, hashtags, category and captions are made by code. */
export function* writeStaged(input: MetadataInput): Work<MetadataDraft> {
  yield progress(0, 1, 'Writing titles and a description');
  const names = titleNames(input.variants + MORE_TITLES);
  const written = yield* ask({
    part: 'metadata',
    label: 'Writing titles and a description',
    system: systemFor({ strategy: 'staged' }),
    prompt: [
      videoBrief(input, wishes(input)),
      '',
      askText(writeSomeTitles, { count: names.length, language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'json', name: 'metadata', schema: writtenMetadata(names) },
    maxTokens: 200 + names.length * 30,
    temperature: 0.7,
    expected: () => expectedMetadata(names, input),
  });
  const titles = names.map((name) => closedTitle(written[name] ?? '', input.language));
  const draft: MetadataDraft = {
    titles: bestTitles(titles, input),
    description: descriptionOf([written[MAIN_FACT] ?? '', written[USE] ?? ''], input.language),
    tags: [],
    captions: {},
    localizations: {},
  };
  return yield* translate(draft, input, systemFor({ strategy: 'staged' }));
}

function titleNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => TITLE_KINDS[index] ?? `another title ${index + 1}`);
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

function expectedMetadata(names: readonly string[], { language }: MetadataInput): Readonly<Record<string, string>> {
  const words = expectedWords(language);
  const titles = names.map((name) => [name, words.within(45)] as const);
  const sentences = [MAIN_FACT, USE].map((name) => [name, `${words.within(100)}.`] as const);
  return Object.fromEntries([...titles, ...sentences]);
}

/** Bounds that a grammar can hold; where nothing holds them, code cuts what is too long. */
function writtenMetadata(names: readonly string[]): z.ZodType<Readonly<Record<string, string>>> {
  const bounded = ({ least, most }: { least: number; most: number }) =>
    z.string().min(1).meta({ minLength: least, maxLength: most });
  const titles = names.map((name) => [name, bounded(TITLE_CHARACTERS)] as const);
  const sentences = [MAIN_FACT, USE].map((name) => [name, bounded(SENTENCE_CHARACTERS)] as const);
  return z.object(Object.fromEntries([...titles, ...sentences]));
}

/** A title that ran into its limit is none. */
function closedTitle(written: string, language: string): string {
  return written.length >= TITLE_CHARACTERS.most ? '' : plainTitle(written, language);
}

/** Whole sentences that speak of the matter and not of the video. */
function descriptionOf(sentences: readonly string[], language: string): string {
  return sentences
    .map((sentence) => withoutOpening(closedText(fixSpeech(sentence), SENTENCE_CHARACTERS.most), language))
    .filter((sentence, index, all) => sentence !== '' && all.indexOf(sentence) === index)
    .join(' ');
}
