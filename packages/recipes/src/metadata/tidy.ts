import { splitSentences } from '../text/sentences.ts';
import { fixSpeech } from '../text/speakable.ts';
import { withoutOpening } from '../text/stock-phrases.ts';
import type { MetadataDraft } from './draft.ts';
import type { MetadataInput } from './schema.ts';

/** What models add although nobody shows it: markdown, their own hashtags, links that nobody gave them. */
export function tidied(draft: MetadataDraft, input: MetadataInput): MetadataDraft {
  const texts = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).map(([id, text]) => [id, tidyText(text, input.links)]));
  return {
    ...draft,
    titles: draft.titles
      .map(({ text, angle }) => ({ text: plainTitle(text), angle }))
      .filter(({ text }) => text !== ''),
    description: withoutOpening(tidyText(draft.description, input.links), input.language),
    tags: draft.tags.filter((tag) => /[\p{L}\p{N}]/u.test(tag)),
    captions: texts(draft.captions),
    localizations: Object.fromEntries(
      Object.entries(draft.localizations).map(([language, { title, description }]) => [
        language,
        { title: plainTitle(title), description: tidyText(description, input.links) },
      ]),
    ),
  };
}

const HASHTAG = /\s*(?<![\p{L}\p{N}&])#[\p{L}\p{N}_]+/gu;

/** A title in plain words: no mark of a list, no quotation marks around it, no hashtag, no emoji. */
export function plainTitle(title: string): string {
  return fixSpeech(title.replace(HASHTAG, ''))
    .replace(/^(?:title\s*\d*\s*[:.)-]|\d{1,2}\s*[:.)])\s+/i, '')
    .replace(/[.,;:\s]+$/, '');
}

const HEADING_LINE = /^[ \t]{0,3}#{1,6}[ \t].*(?:\n|$)/gm;
const LINK = /\[([^\]\n]*)\]\([^)\n]*\)/g;
const EMPHASIS = /(\*{1,3}|~~|`)(?=\S)([^*~`\n]+?)(?<=\S)\1/g;
const URL_START = /\b(?:https?:\/\/|www\.)\S+/gi;

/** Paragraphs as they are, without markup and hashtags, which have a place of their own, and without invented links. */
export function tidyText(text: string, links: readonly string[]): string {
  const plain = text.replace(HEADING_LINE, '').replace(LINK, '$1').replace(EMPHASIS, '$2').replace(HASHTAG, '');
  return plain
    .split('\n')
    .map((line) => withoutInvented(line, links).trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The sentences of a line whose links, if they have any, were given with the request. */
function withoutInvented(line: string, links: readonly string[]): string {
  const isInvented = (part: string) =>
    (part.match(URL_START) ?? []).some((url) => !links.some((link) => url.startsWith(link)));
  return isInvented(line)
    ? splitSentences(line)
        .filter((sentence) => !isInvented(sentence))
        .join(' ')
    : line;
}
