import { withoutHashtagRow } from './hashtag-rows.ts';
import { IS_ASCII } from '../ascii.ts';
import { isOrdinalStop } from './ordinal-stop.ts';
import { withoutOuterQuotes } from './outer-quotes.ts';
import { withoutLabel } from './text-labels.ts';

/** Half a surrogate pair, what stood for one before, and characters that nobody sees. */
// oxlint-disable-next-line no-control-regex -- they are meant
const BROKEN = /[\p{Surrogate}\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2060\uFEFF]/gu;

export function wholeCharacters(text: string): string {
  return text.replace(BROKEN, '').normalize('NFC');
}

const LINK = /!?\[([^\]\n]*)\]\([^)\n]*\)/g;
const EMPHASIS = /(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|~~|`)(?=\S)([^*~`\n]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu;

export function withoutInlineMarkup(text: string): string {
  const plain = text.replace(LINK, '$1').replace(EMPHASIS, '$2');
  return plain === text ? text : withoutInlineMarkup(plain);
}

const EMOJI =
  /(?:\p{RGI_Emoji}|(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\u{FE0F}?/gv;

/** Of a keycap its figure, of other emoji nothing. */
function withoutPicture(emoji: string): string {
  return /^[\d#*]/.exec(emoji)?.[0] ?? '';
}

/** A title that a model wrote again and again in one line. */
const ECHO = /^(\S.{11,}?\S)(?:[\s,;|/–—-]+\1)+$/u;

/** A title in plain words: no mark of a list, no quotation marks around it, no row of hashtags, no emoji. */
export function plainTitle(title: string, language: string): string {
  const labelled = withoutInlineMarkup(wholeCharacters(title).trim());
  // A label may stand on a line of its own, which is not seen any more where lines are joined.
  const line = withoutLabel(labelled).replace(/\s+/gu, ' ').trim();
  // Every emoji has a character beyond ASCII, keycaps too.
  const words = (IS_ASCII.test(line) ? line : line.replace(EMOJI, withoutPicture))
    .replace(/^#{1,6} +/u, '')
    .replace(/\s{2,}/gu, ' ');
  const bare = withoutOuterQuotes(withoutNumber(withoutLabel(withoutHashtagRow(words.trim())), language));
  const plain = bare.replace(/^(?:[\s,;:–—-]|\.\s)+|[.,;:\s–—-]+$/gu, '');
  const once = plain.replace(ECHO, '$1');
  return once === title ? once : plainTitle(once, language);
}

/** "3. What happens" is of a list; "24: Live Another Day" is a name, and so is "1. FC Köln". */
function withoutNumber(title: string, language: string): string {
  const mark = /^\(?\p{Nd}{1,2}(?<stop>[.)])\s+(?=\S)/u.exec(title);
  if (mark === null || (mark.groups?.stop === '.' && isOrdinalStop(language))) return title;
  return title.slice(mark[0].length);
}
