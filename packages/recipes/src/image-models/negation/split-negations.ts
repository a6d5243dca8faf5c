import { primarySubtag } from '../../language/scripts.ts';
import { absenceWords } from './absence-words.ts';
import { denialWords } from './denial-words.ts';
import { denialsInVerbs, type DenialInVerb } from './denials-in-verbs.ts';

/** A description without what it says is not there, and those things by themselves. */
export interface SplitDescription {
  readonly shown: string;
  readonly absent: readonly string[];
}

/** Clauses with the marks between them; a stop inside a figure ("f/1.5") or behind a title ("Dr. No") parts nothing. */
const CLAUSE_MARK = /(\s*(?:(?:[,;:!?]|(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,2})\.)(?=\s)|[，、；。！？]|\s[–—](?=\s))\s*)/u;

/** What is quoted is a text to be seen, and says nothing about the picture. */
const QUOTED = /["“«「][^"”»」]*["”»」]/u;

const ENDS_WITH_PLACE =
  /^\s+(?:(?:in|on)\s+(?:the\s+)?(?:background|foreground|frame|picture|scene|shot|image|distance|corner|sight|view)|at all|anywhere|around(?:\s+it)?|nearby|visible|in sight)\b/iu;

/** Where the name of what is absent ends: at a word that begins the next thing. */
const NEXT_THING =
  /\s+(?:and(?!\s+\p{L}+$)|but|while|as|at|in|on|under|over|above|beside|near|behind|by|from|with|against|through|during|before|after|around|visible|nearby|anywhere)\b/iu;

/**
 * Where a deed begins of who is without it: "without an apron pours tea" (one thing, so that an s is a verb's), "without
 * shoes crosses the line" (a plural before it), "without gloves holding a knife".
 */
const DEED =
  /(?<=^\s+an?(?:\s+\p{L}+)+?)\s+\p{L}+(?<![sui])s(?=\s)|(?<=\p{L}s)\s+\p{L}+(?<![sui])s(?=\s+(?:the|an?|along|over|across|through|into|up|down|past|off|out)\s)|(?<=\p{L})\s+\p{L}+ing(?=\s+(?:the|an?|his|her|its|their)\s)/iu;

const SEVERAL = /\s+(?:or|nor|and)\s+(?:no\s+)?|\s*,\s*/iu;
const ARTICLE = /^(?:(?:a|an|the|any|more|other|visible)\s+)+/iu;

/**
 * Parts what a description shows from what it says is not there: "a chef who does not smile" shows "a chef", and
 * "smile" is absent. A name that only looks like a negation is shown whole: a capital before a capital or a figure
 * ("No Man's Sky", "Nothing Phone 3") and a capital within a clause ("Doctors Without Borders"). Image models are asked
 * in English; in another `language` only its words of absence are looked for.
 */
export function splitNegations(text: string, language = 'en'): SplitDescription {
  const pieces = text.split(CLAUSE_MARK);
  const clauses = pieces.filter((_, index) => index % 2 === 0);
  const split = withLists(clauses.map((clause) => splitClause(clause, language)));
  const absent = split.flatMap((clause) => clause.absent);
  if (absent.length === 0 && split.every(({ shown }, index) => shown === clauses[index]))
    return { shown: text, absent };
  return { shown: joined(split, pieces), absent: [...new Set(absent)] };
}

/** Whether something is said not to be there. */
export function hasNegation(text: string, language = 'en'): boolean {
  const { shown, absent } = splitNegations(text, language);
  return absent.length > 0 || shown !== text;
}

/** "no people, logos, or text": a list goes on to the clause that begins with "or". */
function withLists(clauses: readonly SplitDescription[]): readonly SplitDescription[] {
  const result = [...clauses];
  for (const [index, { absent }] of clauses.entries()) {
    if (absent.length === 0) continue;
    const last = clauses.findIndex(({ shown }, at) => at > index && at <= index + 4 && /^(?:or|nor)\s/i.test(shown));
    for (let at = index + 1; at <= last; at += 1) {
      const item = thing((clauses[at]?.shown ?? '').replace(/^(?:or|nor)\s+/i, ''));
      result[at] = { shown: '', absent: item === '' ? [] : [item] };
    }
  }
  return result;
}

function joined(clauses: readonly SplitDescription[], pieces: readonly string[]): string {
  let text = '';
  for (const [index, { shown }] of clauses.entries()) {
    if (shown === '') continue;
    text += text === '' ? shown : `${pieces[index * 2 - 1] ?? ', '}${shown}`;
  }
  return text;
}

function splitClause(clause: string, language: string): SplitDescription {
  const quoted = QUOTED.exec(clause);
  if (quoted !== null) {
    const before = splitClause(clause.slice(0, quoted.index), language);
    const after = splitClause(clause.slice(quoted.index + quoted[0].length), language);
    return { shown: before.shown + quoted[0] + after.shown, absent: [...before.absent, ...after.absent] };
  }
  for (const form of formsOf(language)) {
    const found = firstReal(clause, form.pattern);
    if (found === undefined) continue;
    const first = form.take(clause, found);
    const rest = splitClause(first.shown, language);
    return { shown: rest.shown, absent: [...first.absent, ...rest.absent] };
  }
  return { shown: clause, absent: [] };
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The first match that is no part of a name. */
function firstReal(clause: string, pattern: RegExp): Found | undefined {
  for (const match of clause.matchAll(pattern)) {
    const word = match.groups?.word ?? match[0];
    const at = match.index + match[0].lastIndexOf(word);
    if (!isInName(clause, at, word)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function isInName(clause: string, at: number, word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  const before = clause.slice(0, at).trim();
  const next = clause.slice(at + word.length).trim();
  return before !== '' || /^[\p{Lu}\p{N}]/u.test(next);
}

/** One way to say that something is not there: how it is found, and what is then shown and absent. */
interface Form {
  readonly pattern: RegExp;
  take(clause: string, found: Found): SplitDescription;
}

const WORD = String.raw`(?<![\p{L}\p{N}'’-])`;
const END = String.raw`(?![\p{L}\p{N}'’-])`;

const EXCLUSIVE: Form = {
  pattern: new RegExp(String.raw`${WORD}(?<word>nothing)\s+(?:but|except)${END}`, 'giu'),
  take: (clause, { start, end }) => ({ shown: `${clause.slice(0, start)}only${clause.slice(end)}`, absent: [] }),
};

/** "not a bean but a leaf": the second is what is shown. */
const INSTEAD: Form = {
  pattern: new RegExp(String.raw`${WORD}(?<word>not)\s+(?!only\b|just\b)[^,;]+?\s+but${END}`, 'giu'),
  take(clause, { start, end }) {
    const denied = clause
      .slice(start, end)
      .replace(/^not\s+/i, '')
      .replace(/\s+but$/i, '');
    return { shown: tidy(clause.slice(0, start) + clause.slice(end)), absent: things(denied) };
  },
};

const NOBODY: Form = {
  pattern: new RegExp(
    String.raw`(?:(?:with|and|but|there\s+(?:is|are))\s+)?${WORD}(?<word>nobody|no\s+one|none(?!\s+of\b)|nothing(?=\s+(?:else|in|on|at|around|behind|near|under|visible)\b|\s*$))${END}(?:\s+else)?`,
    'giu',
  ),
  take(clause, { start, end }) {
    const absent = /no(?:body|\s+one)/i.test(clause.slice(start, end)) ? 'people' : 'other objects';
    return { shown: tidy(clause.slice(0, start)), absent: [absent] };
  },
};

const ABSENCE: Form = {
  pattern: new RegExp(
    String.raw`(?:(?:with|and|but|has|have|having|shows?|contains?|wears?|holds?|carries|(?:wear|hold|carry|show|contain)ing|there\s+(?:is|are))\s+)?(?<!(?<!\p{L})(?:of|saying|says|reading|reads|titled|called|named)\s+)${WORD}(?<word>no(?!\.?\s*\p{N}|\s+(?:longer|matter|more\s+than|less\s+than|doubt)\b)|neither|without|sans|minus(?=\s+(?:the|a|an|any)\b)|(?:completely\s+|totally\s+)?(?:free|devoid|empty)\s+of|lacking)${END}(?:\s+any)?`,
    'giu',
  ),
  take: takeThing,
};

const ORDER: Form = {
  pattern: new RegExp(
    String.raw`^\s*(?<word>avoid|exclude|omit|(?:do\s+not|don['’]t|never)\s+(?:show|include|use|add|draw))${END}`,
    'giu',
  ),
  take: (clause, { end }) => ({ shown: '', absent: things(clause.slice(end)) }),
};

const AUXILIARY = 'do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must';
const DENIED_DEED: Form = {
  pattern: new RegExp(
    String.raw`(?:(?:who|that|which|he|she|it|they)\s+)?(?:(?:${AUXILIARY})\s+)?${WORD}(?<word>not(?!\s+(?:only|just)\b)|never(?!-)|cannot|(?:${AUXILIARY}|ca|wo)n['’]t)${END}`,
    'giu',
  ),
  take: takeDeed,
};

const ENGLISH: readonly Form[] = [EXCLUSIVE, INSTEAD, ORDER, NOBODY, ABSENCE, DENIED_DEED];
const others = new Map<string, readonly Form[]>();

function formsOf(language: string): readonly Form[] {
  const primary = primarySubtag(language);
  let forms = others.get(primary);
  if (forms === undefined) {
    forms = [...inVerbs(primary), ...deniedIn(primary), ...ENGLISH, ...absentIn(primary)];
    others.set(primary, forms);
  }
  return forms;
}

function absentIn(language: string): Form[] {
  const own = absenceWords[language];
  if (own === undefined) return [];
  const isSpaced = !/^[\p{Script=Han}\p{Script=Thai}]/u.test(own[0] ?? '');
  const word = `(?<word>${own.join('|')})`;
  return [{ pattern: new RegExp(isSpaced ? WORD + word + END : word, 'giu'), take: takeRest }];
}

/** "gülümsemeyen şef": what the verb denies stands before what is shown, and is cut out with it. */
function inVerbs(language: string): Form[] {
  return (denialsInVerbs[language] ?? []).map((denial) => ({
    pattern: denial.pattern,
    take: (clause, { start, end }) => ({
      shown: tidy(clause.slice(0, start) + clause.slice(end)).replace(
        /(?<=[\p{Script=Han}\p{Script=Katakana}ー])[はが]$/u,
        '',
      ),
      absent: [deniedBy(denial, clause.slice(start, end))],
    }),
  }));
}

function deniedBy({ pattern, saysDenied }: DenialInVerb, found: string): string {
  const match = new RegExp(pattern.source, 'u').exec(found);
  return match === null ? found : saysDenied(match);
}

/** "ein Koch, der nicht lächelt": the pronoun goes with the deed. */
function deniedIn(language: string): Form[] {
  const own = denialWords[language];
  if (own === undefined) return [];
  const isSpaced = !/\p{Script=Thai}/u.test(own.not);
  const denied = isSpaced
    ? String.raw`${WORD}(?:(?:${own.relative})\s+)?(?<word>${own.not})(?=\s+\p{Ll}|\s+\p{Lo}|(?<=\s|')\p{L})`
    : `(?:${own.relative})?(?<word>${own.not})(?=\\p{L})`;
  const take: Form['take'] = (clause, found) => {
    const { shown, absent } = takeRest(clause, found);
    return { shown, absent: absent.map((deed) => deed.replace(/\s+(?:pas|plus|jamais)(?!\p{L}).*$/u, '')) };
  };
  return [{ pattern: new RegExp(denied, 'giu'), take }];
}

/** What is absent ends where the next thing begins; a place in the picture goes with it. */
function takeThing(clause: string, { start, end }: Found): SplitDescription {
  const rest = clause.slice(end);
  const ends = [NEXT_THING, DEED].map((pattern) => pattern.exec(rest)?.index ?? 0).filter((index) => index > 0);
  const stop = Math.min(rest.length, ...ends);
  const place = ENDS_WITH_PLACE.exec(rest.slice(stop))?.[0] ?? '';
  return {
    shown: tidy(clause.slice(0, start) + rest.slice(stop + place.length)),
    absent: things(rest.slice(0, stop)),
  };
}

/** "not smiling man" denies the smile alone; else the deed goes to the end of its clause. */
function takeDeed(clause: string, { start, end }: Found): SplitDescription {
  const rest = clause.slice(end);
  const participle = /^\s+(\p{L}+(?:ing|ed))\s+(?!(?:at|in|on|with|to|the|a|an|from|by|into)\b)(?=\p{L})/iu.exec(rest);
  const isFirst = clause.slice(0, start).trim() === '';
  const isDescription = isFirst && participle !== null;
  const next = /\s+(?:and|but|while)\s+/iu.exec(rest);
  const stop = isDescription ? participle[0].length : (next?.index ?? rest.length);
  const kept = rest.slice(stop).replace(/^\s+(?:and|but|while)\s+/iu, ' ');
  return { shown: tidy(`${clause.slice(0, start)} ${kept}`), absent: things(rest.slice(0, stop)) };
}

function takeRest(clause: string, { start, end }: Found): SplitDescription {
  return { shown: tidy(clause.slice(0, start)), absent: things(clause.slice(end)) };
}

function things(text: string): string[] {
  return text
    .split(SEVERAL)
    .map(thing)
    .filter((item) => item !== '');
}

function thing(text: string): string {
  return tidy(text).replace(ARTICLE, '');
}

/** Without the words and blanks that a cut leaves at the ends. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:and|but|or)\s+|(?:\s+(?:with|and|but|or|that|which|who|has|is|are))+$/giu, '')
    .trim();
}
