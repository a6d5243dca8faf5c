import { primarySubtag } from '../../language/scripts.ts';
import { GONE, type Found, type SpeechRule } from './rule.ts';

/** Languages that write ordinals with a full stop (CLDR and the Duden's "8. Mai"): a number before a word may be one. */
const ORDINAL_STOP = new Set('de da no nb nn fi cs sk pl hu hr sr bs sl et lv is fo tr lb'.split(' '));

/** A line that begins with a name, as in a dialogue. */
const NAMED_LINE =
  /^[ \t]*((?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20})?|\p{Lo}[\p{Lo}\p{M}]{0,9}))[ \t]*[:：][ \t]*/gmu;

export const labelRules: readonly SpeechRule[] = [
  {
    name: 'visual_line',
    pattern: ({ line }) => line,
    judge: ({ text, start, end }) => (/\p{L}/u.test(text.slice(0, start) + text.slice(end)) ? GONE : 'unsayable'),
  },
  { name: 'label', pattern: ({ speaker }) => speaker, judge: () => GONE },
  {
    // "INT. KITCHEN - DAY", the heading of a scene in a screenplay.
    name: 'visual_line',
    pattern: () => /^[ \t]*(?:INT|EXT|I\/E)\.?[ /][^\n]*(?:\n|$)/gm,
    judge: () => GONE,
  },
  { name: 'label', pattern: ({ sceneHeading }) => sceneHeading, judge: () => GONE },
  { name: 'label', pattern: ({ section }) => section, judge: () => GONE },
  {
    // One line "Maria: …" may be a sentence; lines of which two have the same name are a dialogue.
    name: 'label',
    pattern: () => NAMED_LINE,
    judge({ text }) {
      const names = Array.from(text.matchAll(NAMED_LINE), ([, name]) => name);
      return new Set(names).size < names.length ? GONE : 'speech';
    },
  },
  {
    name: 'numbering',
    pattern: () => /^[ \t]*[(（]?(\p{Nd}{1,2})(?:[)）、．][ \t]*|[.][ \t]+)(?=\S)/gmu,
    judge(found, _, language) {
      if (!found.excerpt.trimEnd().endsWith('.') || isList(found)) return GONE;
      return language === undefined || ORDINAL_STOP.has(primarySubtag(language)) ? 'speech' : GONE;
    },
  },
];

/** Whether a numbered line is one of a list that begins with 1 and 2. */
function isList({ text }: Found): boolean {
  const numbers = new Set(
    Array.from(text.matchAll(/^[ \t]*(\p{Nd}{1,2})[.][ \t]+\S/gmu), ([, number]) => Number(number)),
  );
  return numbers.has(1) && numbers.has(2);
}
