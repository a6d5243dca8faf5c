import { always, type Found, type SpeechRule, type Verdict } from './rule.ts';

const PLACEHOLDER: Verdict = 'placeholder';

/** A letter of a script with spaces; in others a filler stands right beside words. */
const LETTER =
  '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]]';
const FILLER = new RegExp(
  `(?<!${LETTER})(?<!\\p{Lu}\\p{Ll}{3,} )(?:X{3,}|x{3,}|TBD|_{3,}|lorem ipsum)(?!${LETTER})`,
  'gv',
);

/** Gaps that a model left for somebody to fill: `{link}`, `<your name>`, `XXX`, `○○`. Brackets are judged apart. */
export const placeholderRules: readonly SpeechRule[] = [
  {
    name: 'placeholder',
    pattern: () => /\$?\{\{?[ \t]*([^{}\n]{1,80}?)[ \t]*\}?\}|%[A-Za-z_]{3,}%/gu,
    judge({ groups: [inner = ''], excerpt }, { direction }) {
      if (direction.test(inner)) return { put: '' };
      return /^(?:[\p{L}_]{2}|\p{Lo})/u.test(inner) || excerpt.startsWith('%') ? PLACEHOLDER : 'speech';
    },
  },
  {
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}])<{1,2}(\p{L}[^<>=\n]{0,60})>{1,2}/gu,
    judge(found, { direction, blank, insert }) {
      const [inner = ''] = found.groups;
      if (direction.test(inner)) return 'speech';
      const isNamed = insert.test(inner) || (blank.test(inner) && !isElement(found));
      return isNamed || /[ _-]/.test(inner.trim()) ? PLACEHOLDER : 'speech';
    },
  },
  {
    // `@yourhandle`, "@tucanal": nobody is called so.
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}._-])@([\p{L}\p{M}._-]{4,40})/gu,
    judge: ({ groups: [handle = ''] }, { joinedBlanks }) =>
      joinedBlanks.test(handle.replace(/[._-]+$/u, '')) ? PLACEHOLDER : 'speech',
  },
  {
    // "Super Bowl XXX" is a number; "I'm XXX" is nobody's name.
    name: 'placeholder',
    pattern: () => FILLER,
    judge: () => PLACEHOLDER,
  },
  {
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}_])(?:(?:YOUR|INSERT)(?:_\p{Lu}+)+|(?:\p{Lu}+_)+HERE)(?![\p{L}\p{N}_])/gu,
    judge: () => PLACEHOLDER,
  },
  {
    // `$LINK`; "$USD" is money.
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}$])\$\p{Lu}{3,}(?:_\p{Lu}+)*(?![\p{L}\p{N}_])/gu,
    judge: ({ excerpt }, { blank }) =>
      isMadeOf(blank, excerpt.slice(1).replaceAll('_', ' ')) ? PLACEHOLDER : 'speech',
  },
  {
    // `KANAL_ADI`, `NOMBRE_DEL_CANAL`: what shall be filled in, and short words; `MAX_VALUE` is of a program.
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}_])\p{Lu}{3,}(?:_\p{Lu}+)+(?![\p{L}\p{N}_])/gu,
    judge: ({ excerpt }, { blank }) => (isMadeOf(blank, excerpt.replaceAll('_', ' ')) ? PLACEHOLDER : 'speech'),
  },
  {
    // 〇 between Chinese numbers is a zero.
    name: 'placeholder',
    pattern: () => /(?<![一二三四五六七八九〇])[〇○◯△×＊]{2,}(?![一二三四五六七八九〇])/gu,
    judge: () => PLACEHOLDER,
  },
  {
    name: 'placeholder',
    pattern: () => /[(（]([^()（）\n]{2,60})[)）]/gu,
    judge: ({ groups: [inner = ''] }, { insert, blank }) =>
      insert.test(inner.trim()) && blank.test(inner.trim().replace(insert, '')) && !/\p{N}/u.test(inner)
        ? PLACEHOLDER
        : 'speech',
  },
];

const LONGEST_SMALL_WORD = 3;

/** Whether a pattern's words are in a text, and beside them short ones alone. */
function isMadeOf(pattern: RegExp, text: string): boolean {
  const rest = text.replace(new RegExp(pattern.source, 'giu'), ' ');
  return rest !== text && rest.split(/\s+/u).every((word) => word.length <= LONGEST_SMALL_WORD);
}

/** `the <link> tag` names an element of HTML: the sentence goes on; `Get it: <link>.` is a gap. */
function isElement({ text, end, groups: [inner = ''] }: Found): boolean {
  return /^(?:link|title|code)$/iu.test(inner) && /^\s*[\p{Ll}\p{Lo}]/u.test(text.slice(end));
}

export const linkRules: readonly SpeechRule[] = [
  always('markdown_link', /!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'),
  {
    name: 'url',
    pattern: () =>
      /\b(?:https?:\/\/|www\.)[^\s<>"')\]）】」]+|(?<![\p{L}\p{N}@.])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[^\s<>"')\]）】」]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu,
    judge: () => 'unsayable',
  },
];
