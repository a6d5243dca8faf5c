import { IS_ASCII } from '../text/ascii.ts';

/** Scripts that tell something about a language, by their letters' Unicode ranges, in ascending order. */
const RANGES: readonly (readonly [script: string, from: number, to: number])[] = [
  ['Latin', 0x41, 0x5a],
  ['Latin', 0x61, 0x7a],
  ['Latin', 0xc0, 0x24f],
  ['Greek', 0x370, 0x3ff],
  ['Cyrillic', 0x400, 0x52f],
  ['Armenian', 0x531, 0x586],
  ['Hebrew', 0x5d0, 0x5ea],
  ['Arabic', 0x620, 0x6d3],
  ['Devanagari', 0x904, 0x97f],
  ['Bengali', 0x985, 0x9fd],
  ['Gurmukhi', 0xa05, 0xa75],
  ['Gujarati', 0xa85, 0xaff],
  ['Oriya', 0xb05, 0xb77],
  ['Tamil', 0xb83, 0xbef],
  ['Telugu', 0xc05, 0xc7f],
  ['Kannada', 0xc85, 0xcf3],
  ['Malayalam', 0xd05, 0xd7f],
  ['Sinhala', 0xd85, 0xddf],
  ['Thai', 0xe01, 0xe4e],
  ['Lao', 0xe81, 0xecd],
  ['Myanmar', 0x1000, 0x109f],
  ['Georgian', 0x10a0, 0x10ff],
  ['Hangul', 0x1100, 0x11ff],
  ['Ethiopic', 0x1200, 0x137f],
  ['Khmer', 0x1780, 0x17d3],
  ['Latin', 0x1e00, 0x1eff],
  ['Kana', 0x3041, 0x30ff],
  ['Hangul', 0x3131, 0x318e],
  ['Han', 0x3400, 0x9fff],
  ['Hangul', 0xac00, 0xd7a3],
];

function scriptOf(code: number): string | undefined {
  for (const [script, from, to] of RANGES) if (code <= to) return code >= from ? script : undefined;
  return undefined;
}

/** Most letters of most texts are these; looking them up in the ranges would be most of the work. */
function asciiScript(code: number): string | undefined {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? 'Latin' : undefined;
}

/** A text's scripts with their share of its letters, commonest first; letters of other scripts are not counted. */
export function scriptShares(text: string): ReadonlyMap<string, number> {
  // Most texts, and telling them by one search leaves no letter to be counted.
  if (IS_ASCII.test(text)) return /[a-z]/i.test(text) ? ONLY_LATIN : NO_LETTERS;
  const counts = countScripts(text);
  const total = counts.values().reduce((sum, count) => sum + count, 0);
  const shares = [...counts].map(([script, count]) => [script, count / total] as const);
  return new Map(shares.toSorted(([, one], [, other]) => other - one));
}

const ONLY_LATIN: ReadonlyMap<string, number> = new Map([['Latin', 1]]);
const NO_LETTERS: ReadonlyMap<string, number> = new Map();

/** Letters of one script stand together, so that each run of them is counted at once. */
function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let script: string | undefined;
  let run = 0;
  const endRun = () => {
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + run);
    run = 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const own = code < 0x80 ? asciiScript(code) : scriptOf(code);
    if (own === undefined) continue;
    if (own !== script) endRun();
    script = own;
    run += 1;
  }
  endRun();
  return counts;
}

/** The languages that are not written in Latin letters, with the scripts that they are written in. */
const SCRIPTS_OF: Readonly<Record<string, readonly string[]>> = {
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  bg: ['Cyrillic'],
  be: ['Cyrillic'],
  mk: ['Cyrillic'],
  sr: ['Cyrillic', 'Latin'],
  kk: ['Cyrillic', 'Latin'],
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  he: ['Hebrew'],
  el: ['Greek'],
  zh: ['Han'],
  ja: ['Kana', 'Han'],
  ko: ['Hangul'],
  th: ['Thai'],
  hi: ['Devanagari'],
  mr: ['Devanagari'],
  bn: ['Bengali'],
  ta: ['Tamil'],
  te: ['Telugu'],
  gu: ['Gujarati'],
  pa: ['Gurmukhi'],
  or: ['Oriya'],
  kn: ['Kannada'],
  ml: ['Malayalam'],
  si: ['Sinhala'],
  ne: ['Devanagari'],
  lo: ['Lao'],
  my: ['Myanmar'],
  km: ['Khmer'],
  am: ['Ethiopic'],
  ka: ['Georgian'],
  hy: ['Armenian'],
};

/** The scripts of a BCP-47 tag, the one that it names or those of its language; undefined where that is not known here. */
export function scriptsOf(tag: string): readonly string[] | undefined {
  const own = namedScript(tag) ?? SCRIPTS_OF[primarySubtag(tag)];
  return own ?? (isLatin(tag) ? LATIN : undefined);
}

const LATIN: readonly string[] = ['Latin'];

/** ISO 15924's names in BCP-47 tags. */
const BY_SUBTAG: Readonly<Record<string, readonly string[]>> = {
  latn: LATIN,
  cyrl: ['Cyrillic'],
  arab: ['Arabic'],
  deva: ['Devanagari'],
  beng: ['Bengali'],
  hebr: ['Hebrew'],
};

/** `sr-Latn` is not written as `sr` may be. */
function namedScript(tag: string): readonly string[] | undefined {
  return tag.includes('-') ? BY_SUBTAG[tag.split('-')[1]?.toLowerCase() ?? ''] : undefined;
}

const latinTags = new Map<string, boolean>();

function isLatin(tag: string): boolean {
  let known = latinTags.get(tag);
  if (known === undefined) {
    known = new Intl.Locale(tag).maximize().script === 'Latn';
    if (latinTags.size < 500) latinTags.set(tag, known);
  }
  return known;
}

/** `pt-BR` → `pt`. */
export function primarySubtag(tag: string): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

/**
 * A word in letters that neither the language nor international names are written in, such as a Chinese word in an
 * English sentence; small models slip into the language that they know best. Latin and Greek letters pass anywhere.
 */
export function foreignWord(text: string, language: string): string | undefined {
  const own = scriptsOf(language);
  if (own === undefined || /^[\x00-\u024F\u2010-\u20BF]*$/.test(text)) return undefined; // oxlint-disable-line no-control-regex -- plain Latin text is the common case
  const isForeign = (letter: string) => {
    const script = scriptOf(letter.charCodeAt(0));
    return script !== undefined && script !== 'Latin' && script !== 'Greek' && !own.includes(script);
  };
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).find((word) => Array.from(word).some(isForeign));
}
