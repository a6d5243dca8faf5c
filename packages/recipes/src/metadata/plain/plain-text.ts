import { isOrdinalStop } from './ordinal-stop.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { MetadataInput } from '../schema.ts';
import type { TextForm } from '../texts.ts';
import { hasGap } from './gaps.ts';
import { inventedAddress } from './given-addresses.ts';
import { withoutHashtagRow } from './hashtag-rows.ts';
import { withoutLabel } from './labels.ts';
import { withoutTimes } from './times.ts';

/** A text as people read it, without what a model leaves in it; empty where nothing is left. */
export function plainText(text: string, form: TextForm, input: MetadataInput): string {
  if (form === 'body') return plainBody(text, input);
  const plain = form === 'title' ? plainTitle(text, input.language) : wholeCharacters(text).trim();
  return isUsable(plain, input) ? plain : '';
}

/** Whether a phrase has no gap that somebody should fill, and no address that nobody gave. */
function isUsable(phrase: string, input: MetadataInput): boolean {
  return !hasGap(phrase, input.language) && inventedAddress(phrase, input) === undefined;
}

/** Half a surrogate pair, what stood for one before, and characters that nobody sees. */
// oxlint-disable-next-line no-control-regex -- they are meant
const BROKEN = /[\p{Surrogate}\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2060\uFEFF]/gu;

function wholeCharacters(text: string): string {
  return text.replace(BROKEN, '').normalize('NFC');
}

const LINK = /!?\[([^\]\n]*)\]\([^)\n]*\)/g;
const EMPHASIS = /(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|~~|`)(?=\S)([^*~`\n]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu;

function withoutInlineMarkup(text: string): string {
  const plain = text.replace(LINK, '$1').replace(EMPHASIS, '$2');
  return plain === text ? text : withoutInlineMarkup(plain);
}

const EMOJI =
  /(?:\p{RGI_Emoji}|(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u{FE0F}?/gv;

/** Of a keycap its figure, of other emoji nothing. */
function withoutPicture(emoji: string): string {
  return /^[\d#*]/.exec(emoji)?.[0] ?? '';
}

/** A title in plain words: no mark of a list, no quotation marks around it, no row of hashtags, no emoji. */
export function plainTitle(title: string, language: string): string {
  const line = withoutInlineMarkup(wholeCharacters(title).replace(/\s+/gu, ' ').trim());
  const words = line
    .replace(EMOJI, withoutPicture)
    .replace(/^#{1,6} +/u, '')
    .replace(/\s{2,}/gu, ' ');
  const bare = withoutOuterQuotes(withoutNumber(withoutLabel(withoutHashtagRow(words.trim())), language));
  const plain = bare.replace(/^(?:[\s,;:–—-]|\.\s)+|[.,;:\s–—-]+$/gu, '');
  return plain === title ? plain : plainTitle(plain, language);
}

/** "3. What happens" is of a list; "24: Live Another Day" is a name, and so is "1. FC Köln". */
function withoutNumber(title: string, language: string): string {
  const mark = /^\(?\p{Nd}{1,2}(?<stop>[.)])\s+(?=\S)/u.exec(title);
  if (mark === null || (mark.groups?.stop === '.' && isOrdinalStop(language))) return title;
  return title.slice(mark[0].length);
}

function withoutOuterQuotes(title: string): string {
  const [, inner] = /^["“„«「『](.*)["”“»」』]$/su.exec(title) ?? [];
  return inner === undefined || /["“”„«»「」『』]/u.test(inner) ? title : inner;
}

/** Before a line: a heading, a rule, a fence; marks of lists and quotations go, their words stay. */
const MARKUP_LINE = /^[ \t]{0,3}(?:#{1,6}[ \t].*|(?:[-*_=][ \t]*){3,}|```.*|~~~.*)$/u;
const LINE_MARK = /^[ \t]*(?:[-*+•●▪◦‣·]|>)[ \t]+(?=\S)/u;

/** Paragraphs as they are, without markup, lists of times, rows of hashtags, gaps and addresses that nobody gave. */
function plainBody(text: string, input: MetadataInput): string {
  const lines = wholeCharacters(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .split('\n');
  const written = lines.filter((line) => !MARKUP_LINE.test(line));
  const own = written.some((line) => /\p{L}/u.test(line))
    ? written
    : lines.map((line) => line.replace(/^[ \t]*#+[ \t]*/u, ''));
  const plain = withoutTimes(own)
    .map((line) => withoutInlineMarkup(line.replace(LINE_MARK, '').trimEnd()))
    .map((line, index) => usableSentences(index === 0 ? withoutLabel(line) : line, input));
  return withoutHashtagRow(plain.join('\n').trim())
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A line without the sentences that have a gap or an invented address in them. */
function usableSentences(line: string, input: MetadataInput): string {
  if (isUsable(line, input)) return line;
  const unusable = splitSentences(line).filter((sentence) => !isUsable(sentence, input));
  return unusable
    .reduce((rest, sentence) => rest.replace(sentence, ''), line)
    .replace(/ {2,}/g, ' ')
    .trim();
}
