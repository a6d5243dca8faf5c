import type { StagePatterns } from '../stage-words/patterns.ts';
import { isSentence, standsAlone } from '../stands-alone.ts';
import { always, DOUBTFUL, GONE, type Found, type SpeechRule, type Verdict } from './rule.ts';

/** Letters of scripts with spaces: a mark between two of them is part of a word. */
const IN_WORD =
  '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]]';
const EMPHASIS = new RegExp(
  `(?<!${IN_WORD}|[*])([*]{1,3})(?=[^\\s*])([^*\\n]+?)(?<=[^\\s*])\\1(?!${IN_WORD}|[*])|(?<![\\p{L}\\p{N}_])(_{1,3})(?=[^\\s_])([^_\\n]+?)(?<=[^\\s_])\\3(?![\\p{L}\\p{N}_])`,
  'gv',
);

export const blockRules: readonly SpeechRule[] = [
  always('code_fence', /```[a-z]*\n?|~~~+/gi, ''),
  always('markdown_rule', /^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*[-*_=]{3,}[ \t]+(?=\S)|[ \t]+[-_=#]{3,}[ \t]*$/gm, ''),
  {
    name: 'markdown_heading',
    pattern: () => /^[ \t]{0,3}#{1,6}[ \t]+([^\n]*)(?:\n|$)/gm,
    judge: ({ text, start, end, groups: [inner = ''] }) =>
      /\p{L}/u.test(text.slice(0, start) + text.slice(end)) ? GONE : { put: inner },
  },
  always('markdown_list', /^[ \t]*[-+*•●▪◦·‣][ \t]+(?=\S)/gmu, ''),
  always('markdown_quote', /^[ \t]*>[ \t]?/gm, ''),
];

export const inlineRules: readonly SpeechRule[] = [
  { name: 'markdown_emphasis', pattern: () => EMPHASIS, judge: judgeEmphasis },
  {
    // Marks that do not match around what is plainly an action: `***sighs deeply* The first sip`.
    name: 'stage_direction',
    pattern: () => /(?<![\p{L}\p{N}*])\*{1,3}([^*\n]{1,60})\*{1,3}(?![\p{L}\p{N}*])/gu,
    judge: ({ groups: [inner = ''] }, { direction }) => (direction.test(inner.trim()) ? GONE : 'speech'),
  },
  always('markdown_emphasis', /~~(?=\S)([^~\n]+?)(?<=\S)~~/g, '$1'),
  {
    name: 'stage_direction',
    pattern: () => /(?<!\S)([~|/])([^~|/\n]{1,60})\1(?!\S)/g,
    judge: ({ groups: [, inner = ''] }, { direction }) => (direction.test(inner) ? GONE : 'speech'),
  },
  always('markdown_mark', /`+([^`\n]*)`+|`+/g, '$1'),
  {
    name: 'markdown_mark',
    pattern: () => /\*+/g,
    judge: (found) => (isSign(found) ? 'speech' : GONE),
  },
];

/** `*laughs*` is an action and `*really*` a word with stress; a line in bold before others is a heading. */
function judgeEmphasis(found: Found, { direction, mention, who }: StagePatterns): Verdict {
  const [stars = '', starred = '', bars = '', barred = ''] = found.groups;
  const mark = stars || bars;
  const content = (starred || barred).trim();
  if (/^__[a-z]+__$/.test(found.excerpt)) return 'speech';
  if (mark.length > 1 && isHeadingLine(found, content)) return GONE;
  const isAction = direction.test(content);
  if (standsAlone(found) && !isSentence(content)) {
    if (isAction || who.test(content)) return GONE;
    if (mark.length === 1 && /[\s\p{Lo}]/u.test(content) && (mention.test(content) || /^\p{Ll}/u.test(content)))
      return GONE;
  }
  return isAction && mark.length === 1 && !/\p{Lo}/u.test(content) ? DOUBTFUL : { put: content };
}

function isHeadingLine({ text, start, end }: Found, content: string): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) && /^[ \t]*\n[\s]*\S/.test(text.slice(end)) && !isSentence(content)
  );
}

/** The star of `A*`, of `5 * 3`, of `M*A*S*H`, and the two of `**kwargs`. */
function isSign(found: Found): boolean {
  const { text, start, end } = found;
  const before = text.slice(0, start);
  const after = text.slice(end, end + 2);
  return (
    isInsideWord(found) ||
    (/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}]/u.test(after)) ||
    (/\p{N} $/u.test(before) && /^ \p{N}/u.test(after)) ||
    (/^[a-z_]/.test(after) && !/[\p{L}\p{N}]$/u.test(before) && !isPaired(text, end - start))
  );
}

/** Single stars between letters that touch no end of the word: `f*ck`, `a*b`; two around the rest of it are emphasis. */
function isInsideWord({ text, start, end }: Found): boolean {
  const word = (/[^\s]*$/.exec(text.slice(0, start))?.[0] ?? '') + (/^[^\s]*/.exec(text.slice(start))?.[0] ?? '');
  const parts = word.split('*');
  const isLetter = (part: string) =>
    /^[\p{L}\p{N}]/u.test(part) && /[\p{L}\p{N}]$/u.test(part.replace(/[.,:;!?…'’s)]*$/u, ''));
  return end - start === 1 && parts.every(isLetter) && !(parts.length === 3 && (parts[1]?.length ?? 0) > 2);
}

/** Whether marks of a length come in pairs, as those of emphasis do even where a model set them inside a word. */
function isPaired(text: string, length: number): boolean {
  const alike = [...text.matchAll(/\*+/g)].filter(([mark]) => mark.length === length);
  return alike.length % 2 === 0;
}

const EMOJI =
  /(?:(?:\p{RGI_Emoji}|(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})(?:\u{FE0F}|\u{200D}|\u{20E3})*)+|(?<!\S)[:;]-?[\)\(DP](?!\S)/gv;

export const symbolRules: readonly SpeechRule[] = [
  {
    // A row of hashtags at the end is for the platform; one inside a sentence is a word of it.
    name: 'hashtag',
    pattern: () => /(?:\s*(?<![\p{L}\p{N}&])#[\p{L}\p{M}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*){2,}\s*$/gu,
    judge: () => GONE,
  },
  always('hashtag', /(?<![\p{L}\p{N}&])#(?=[\p{L}_])/gu, ''),
  always('emoji', EMOJI, ''),
];
