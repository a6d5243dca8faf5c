import { always, type SpeechRule, type Verdict } from './rule.ts';

const PLACEHOLDER: Verdict = 'placeholder';

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
    judge({ groups: [inner = ''] }, { blank, insert }) {
      const isNamed = insert.test(inner) || (blank.test(inner) && !/^(?:link|title|code)$/iu.test(inner));
      return isNamed || /[ _-]/.test(inner.trim()) ? PLACEHOLDER : 'speech';
    },
  },
  {
    // "Super Bowl XXX" is a number; "I'm XXX" is nobody's name.
    name: 'placeholder',
    pattern: () => /(?<![\p{L}\p{N}])(?<!\p{Lu}\p{Ll}{3,} )(?:X{3,}|x{3,}|TBD|_{3,}|lorem ipsum)(?![\p{L}\p{N}])/gu,
    judge: () => PLACEHOLDER,
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

export const linkRules: readonly SpeechRule[] = [
  always('markdown_link', /!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'),
  {
    name: 'url',
    pattern: () =>
      /\b(?:https?:\/\/|www\.)[^\s<>"')\]）】」]+|(?<![\p{L}\p{N}@.])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[^\s<>"')\]）】」]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu,
    judge: () => 'unsayable',
  },
];
