import { HASHTAG } from '../../platforms/hashtags.ts';
import { foldedWords } from '../words.ts';

const ROW = new RegExp(`(?:\\s*${HASHTAG.source})+\\s*$`, 'u');
const ENDED = /[.!?…。！？।؟:：)»”"]\s*$/u;

/**
 * A text without the hashtags at its end, which have a place of their own. One inside a sentence is a word of it and
 * stays: "Tag me with #EspressoFail". At an end it is one where it stands alone and its word is said nowhere else.
 */
export function withoutHashtagRow(text: string): string {
  // Most texts have no mark, and the pattern begins at every character to see that.
  const row = /[#＃]/.test(text) ? ROW.exec(text) : null;
  if (row === null) return text;
  const before = text.slice(0, row.index);
  const hashtags = Array.from(row[0].matchAll(HASHTAG), ([, word = '']) => word);
  const [only = ''] = hashtags;
  const isWord =
    hashtags.length === 1 &&
    !row[0].includes('\n') &&
    before !== '' &&
    !ENDED.test(before) &&
    !foldedWords(before).includes(foldedWords(only).join(''));
  return isWord ? text : before.trimEnd();
}
