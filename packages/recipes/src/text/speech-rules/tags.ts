import { beginsSentence, standsAlone, type Place } from '../stands-alone.ts';
import { always, type Found, type SpeechRule } from './rule.ts';

/** Elements of HTML (its Living Standard, "Elements") and of SSML 1.1; other names in angle brackets are no markup. */
const ELEMENT =
  'a|abbr|article|aside|audio|b|big|blockquote|body|br|break|button|canvas|center|cite|code|dd|del|div|dl|dt|em|emphasis|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|option|p|phoneme|pre|prosody|q|s|samp|say-as|script|section|select|small|source|span|speak|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|video|voice|wbr';

/** `The <video> tag`: a tag that is spoken of stands like a word inside a sentence. */
function isWord({ text, start, end }: Place): boolean {
  const isApart =
    /[\s"“'‘(]$|^$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:[\s"”'’),.:;!?]|$)/u.test(text.slice(end, end + 1));
  return isApart && !standsAlone({ text, start, end });
}

export const tagRules: readonly SpeechRule[] = [
  always('reasoning', /<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)|<\/think(?:ing)?>/gi, ''),
  always('html_tag', /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, ''),
  {
    name: 'html_tag',
    pattern: () => new RegExp(`<(${ELEMENT})(?:\\s[^<>]*)?>([^<>]*)</\\1\\s*>`, 'gi'),
    judge: (found) =>
      speaksOfTags(found) ? 'speech' : { put: `${gapOf(found)}${found.groups[1] ?? ''}${gapOf(found)}` },
  },
  {
    name: 'html_tag',
    pattern: () => new RegExp(`</?(${ELEMENT})(?:\\s[^<>]*)?/?>`, 'gi'),
    judge: (found) => (!/[=]|\/>$/.test(found.excerpt) && isWord(found) ? 'speech' : { put: gapOf(found) }),
  },
];

/** `between <p> and </p>`: both tags stand like words inside a sentence. */
function speaksOfTags({ text, start, groups: [, inner = ''] }: Found): boolean {
  return /^\s.*\s$/su.test(inner) && !beginsSentence({ text, start, end: start });
}

/** What begins a line of its own leaves a gap between words. */
function gapOf({ groups: [element = ''] }: Found): string {
  return /^(?:br|p|div|li|ul|ol|h[1-6]|hr|t[dhr]|section|article|blockquote|break)$/i.test(element) ? ' ' : '';
}
