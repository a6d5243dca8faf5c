import { functionWords } from '../../language/function-words/by-script.ts';
import type { StagePatterns } from '../stage-words/patterns.ts';
import { isSentence } from '../stands-alone.ts';
import { isOrdinalStop } from '../titles/ordinal-stop.ts';
import { DOUBTFUL, GONE, type Found, type SpeechRule, type Verdict } from './rule.ts';

/** A line that begins with a name, as in a dialogue. */
const NAMED_LINE =
  /^[ \t]*((?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20})?|\p{Lo}[\p{Lo}\p{M}]{0,9}))[ \t]*[:：][ \t]*/gmu;

export const labelRules: readonly SpeechRule[] = [
  {
    name: 'visual_line',
    pattern: ({ line }) => line,
    judge: judgeLine,
  },
  { name: 'visual_line', pattern: ({ note }) => note, judge: judgeNote },
  { name: 'label', pattern: ({ speaker }) => speaker, judge: judgeLabel },
  // As in JSON: `"Narrator": "Steam rises."`
  { name: 'label', pattern: ({ quotedLabel }) => quotedLabel, judge: () => GONE },
  {
    // "INT. KITCHEN - DAY", the heading of a scene in a screenplay.
    name: 'visual_line',
    pattern: () => /^[ \t]*(?:INT|EXT|I\/E)\.?[ /][^\n]*(?:\n|$)/gm,
    judge: () => GONE,
  },
  {
    name: 'label',
    pattern: ({ sceneHeading }) => sceneHeading,
    judge: (found) => (isLabel(found) ? GONE : 'speech'),
  },
  { name: 'label', pattern: ({ section }) => section, judge: judgeLabel },
  {
    name: 'label',
    pattern: ({ numberedSection }) => numberedSection,
    judge: judgeNumberedSection,
  },
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
    // With the mark of scripts before it, `S#1.`, it is nothing else; "#1 problem" is a rank.
    pattern: () => /^[ \t]*(?:S?[#＃]|[(（])?(\p{Nd}{1,2})(?:[)）、．][ \t]*|[.][ \t]+)(?=\S)/gmu,
    judge(found, _, language) {
      if (/[#＃]/.test(found.excerpt)) return GONE;
      if (!found.excerpt.trimEnd().endsWith('.') || isList(found)) return GONE;
      return language === undefined || isOrdinalStop(language) ? 'speech' : GONE;
    },
  },
];

/** "Music: the one language that needs no words." is speech, but for a text in which other lines have labels too. */
function judgeLine(found: Found, { direction, subject, line, speaker }: StagePatterns): Verdict {
  const { text, start, end, groups } = found;
  const [word = '', number = '', separator = '', described = ''] = groups;
  const others = text.slice(0, start) + text.slice(end);
  const isSubject = subject.test(word) && number === '' && !isInCapitals(word);
  const isSaid = isSentence(described) && !direction.test(described.trim());
  if (/[-–—]/u.test(separator) && (isSaid || (subject.test(word) && !direction.test(described.trim()))))
    return 'speech';
  if (isSubject && isSaid && others.search(line) < 0 && others.search(speaker) < 0) return 'speech';
  return /\p{L}/u.test(others) ? GONE : 'unsayable';
}

/** `Tone: warm` and `Time: 0:05`; "Time: it never waits." is a sentence. */
function judgeNote({ text, start, end, groups: [, said = ''] }: Found): Verdict {
  const others = text.slice(0, start) + text.slice(end);
  return isSentence(said) || !/\p{L}/u.test(others) ? 'speech' : GONE;
}

/** `Host: Steam rises.` tells who speaks; "Host: the animal that a parasite lives on." says what the word means. */
function judgeLabel(found: Found, { subject }: StagePatterns, language: string | undefined): Verdict {
  const [word = '', number = '', separator = ''] = found.groups;
  if (separator === '' && found.excerpt.endsWith('\n')) return beginsLine(found) ? GONE : 'speech';
  const isPlain = isLabel(found);
  if (!isPlain && !opensSentence(found)) return 'speech';
  if (number !== '' || isInCapitals(word)) return GONE;
  if (!isPlain && MAY_BE_COPULA.test(word + separator)) return DOUBTFUL;
  const [next = ''] = /^\p{Ll}[\p{L}\p{M}'’]*/u.exec(found.text.slice(found.end)) ?? [];
  if (/^\p{Lu}/u.test(word) && next !== '') {
    // A meaning begins with an article or the like; "Locutor: esconde …" is who speaks, written small.
    return subject.test(word) || language === undefined || functionWords(language).has(next) ? 'speech' : DOUBTFUL;
  }
  return /\p{Lo}/u.test(word) && subject.test(word) ? DOUBTFUL : GONE;
}

/**
 * "Scene 1. Steam rises.", "Act Two – Steam rises."; "Opening 1. e4 is the most played" speaks of chess, and "Act one:
 * the setup. Act two: the fight." of plays.
 */
function judgeNumberedSection({ text, excerpt, end, groups }: Found, { sectionNumber }: StagePatterns): Verdict {
  const [section = ''] = groups;
  const rest = text.slice(end).trimStart();
  if (!/^["'“„«»「『¿¡(*_]*[\p{Lu}\p{Lo}\p{N}\p{Script=Georgian}]/u.test(rest)) return 'speech';
  if (/\p{N}/u.test(section)) return GONE;
  const [sentence = ''] = /^[^\n.!?…。！？।]*/u.exec(rest) ?? [];
  if (/\s[-–—]\s*$/.test(excerpt) && /\s[-–—]\s/.test(sentence)) return 'speech';
  const [line = ''] = rest.split('\n', 1);
  return line.search(sectionNumber) < 0 ? GONE : 'speech';
}

/** A heading has a line of its own. */
function beginsLine({ text, start }: Found): boolean {
  return /(?:^|\n)[ \t]*$/u.test(text.slice(0, start));
}

/** A dash is "is" in Cyrillic, and in Chinese and Japanese a pause. */
const MAY_BE_COPULA = /\p{Script=Cyrillic}|——|──|――/u;

/**
 * Whether what follows a dash is a sentence of its own: "Narrator - Steam rises."; not "Woman - Life - Freedom", and not
 * "Narrator - that is what you hear".
 */
function opensSentence({ text, end, groups: [word = ''] }: Found): boolean {
  const [sentence = ''] = /^[^\n.!?…。！？।]*/u.exec(text.slice(end)) ?? [];
  if (/\s[-–—]\s|[—─―]{2}/u.test(sentence) || sentence.trim() === '') return false;
  const first = sentence.replace(/^["'“„«»「『¿¡(*_\s]+/u, '');
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(first) || !/^\p{Lu}/u.test(word);
}

/** Behind a colon; behind a dash only with a number or in capitals. */
function isLabel({ groups: [word = '', number = '', separator = ''] }: Found): boolean {
  return !/[-–—]/.test(separator) || number !== '' || isInCapitals(word);
}

function isInCapitals(word: string): boolean {
  return /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word);
}

/** Whether a numbered line is one of a list that begins with 1 and 2. */
function isList({ text }: Found): boolean {
  const numbers = new Set(
    Array.from(text.matchAll(/^[ \t]*(\p{Nd}{1,2})[.][ \t]+\S/gmu), ([, number]) => Number(number)),
  );
  return numbers.has(1) && numbers.has(2);
}
