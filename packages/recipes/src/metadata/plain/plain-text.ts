import { countCharacters, countWords } from '../../text/words.ts';
import { withoutHashtagRow } from '../../text/titles/hashtag-rows.ts';
import { plainTitle, wholeCharacters, withoutInlineMarkup } from '../../text/titles/plain-title.ts';
import { splitSentences } from '../../text/sentences.ts';
import { withoutTags } from '../../text/speakable.ts';
import { isLabelAlone, withoutLabel } from '../../text/titles/text-labels.ts';
import type { MetadataInput } from '../schema.ts';
import type { TextForm } from '../texts.ts';
import { hasGap } from './gaps.ts';
import { inventedAddress } from './given-addresses.ts';
import { withoutTimes } from './times.ts';

/** A text as people read it, without what a model leaves in it; empty where nothing is left. */
export function plainText(written: string, form: TextForm, input: MetadataInput): string {
  const text = withoutTags(written);
  if (form === 'body') return plainBody(text, input);
  const plain = form === 'title' ? plainTitle(text, input.language) : wholeCharacters(text).trim();
  return isUsable(plain, input) ? plain : '';
}

/** Whether a phrase has no gap that somebody should fill, and no address that nobody gave. */
function isUsable(phrase: string, input: MetadataInput): boolean {
  return !hasGap(phrase, input.language) && inventedAddress(phrase, input) === undefined;
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
    .filter((line, index) => index > 0 || !isLabelAlone(line))
    .map((line, index) => usableSentences(index === 0 ? withoutLabel(line) : line, input));
  return withoutHashtagRow(withoutEchoes(plain).join('\n').trim())
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Shorter sentences are said again on purpose. */
const LEAST_WORDS = 5;

/** Lines without the sentences that stood before, word for word: models that lose their thread begin anew. */
function withoutEchoes(lines: readonly string[]): readonly string[] {
  const said = new Set<string>();
  return lines.map((line) => {
    const sentences = splitSentences(line);
    const repeated = sentences.filter((sentence) => {
      if (said.has(sentence)) return true;
      if (countWords(sentence) + countCharacters(sentence) / 2 >= LEAST_WORDS) said.add(sentence);
      return false;
    });
    return repeated.reduce((rest, sentence) => {
      const at = rest.lastIndexOf(sentence);
      return (rest.slice(0, at) + rest.slice(at + sentence.length)).replace(/ {2,}/g, ' ').trim();
    }, line);
  });
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
