import { videoBrief } from '../../input/video-brief.ts';
import { expectedWords } from '../../expected/expected-words.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { ask, ifUsable, type Work } from '../../port/effects.ts';
import { askText } from '../../prompts/prompt.ts';
import { topicPhrases } from '../../text/phrases/noun-phrases.ts';
import { contentStems } from '../../text/substance.ts';
import { taggedWords } from '../../text/tagger.ts';
import { drawable, headlineWords, MOST_OVERLAY_WORDS } from '../headline.ts';
import { variablesFor } from '../draft.ts';
import { oneHeadline } from '../prompts/asks.ts';
import { systemFor } from '../prompts/system.ts';
import type { ThumbnailInput } from '../schema.ts';

const HEADLINE_TOKENS = 12;
const HEADLINE_TEMPERATURE = 0.4;

/** Whether an English video has words of its own on its pictures, and something to say with them. */
export function wantsHeadline(input: ThumbnailInput): boolean {
  const isEnglish = primarySubtag(input.language) === 'en';
  return isEnglish && input.material !== '' && variablesFor(input).includes('overlay_text');
}

/**
 * A headline that begins with what the video is about, where its own words have none that says something of it: "Espresso
 * forces hot water". Empty where what comes back has another word than the video, or says nothing.
 */
export function* askHeadline(input: ThumbnailInput): Work<string> {
  const { title, language } = input;
  const [thing] = topicPhrases(title);
  if (thing === undefined) return '';
  const begins = thing.text.charAt(0).toUpperCase() + thing.text.slice(1);
  const written = ask<string>({
    part: 'headline',
    label: 'Finding a headline',
    system: systemFor({ strategy: 'staged' }),
    prompt: [videoBrief(input, []), '', askText(oneHeadline, undefined)].join('\n'),
    begins,
    reply: { form: 'text' },
    maxTokens: HEADLINE_TOKENS,
    temperature: HEADLINE_TEMPERATURE,
    expected: () => `${begins} ${expectedWords(language).phrase(2)}`,
  });
  return headlineOf((yield* ifUsable(written)) ?? '', input);
}

function headlineOf(answer: string, { title, material, language }: ThumbnailInput): string {
  const line = drawable(answer.split('\n').find((one) => one.trim() !== '') ?? '').replace(/[.!]+$/u, '');
  const isShort = headlineWords(line, language).length <= MOST_OVERLAY_WORDS;
  const isSaid = contentStems(line, language).isSubsetOf(contentStems(`${title}\n${material}`, language));
  const tagged = taggedWords(line);
  const tells = tagged.some(({ tags }) => tags.has('Verb') && !tags.has('Auxiliary') && !tags.has('Modal'));
  // "Espresso creates" waits for what it creates.
  const isWhole = tagged.at(-1)?.tags.has('Noun') === true;
  return isShort && isSaid && tells && isWhole ? line : '';
}
