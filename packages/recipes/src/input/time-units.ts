import { foldForNumbers } from '../language/numbers/read/fold.ts';

/** What a word for a span of time means, and in which languages it does. */
interface TimeUnit {
  readonly seconds: number;
  readonly languages: readonly string[];
}

/** Languages whose words for hours, minutes and seconds are known, by CLDR. */
const LANGUAGES =
  'af ar az bg bn ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mr ms my nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh-Hant'.split(
    ' ',
  );

const SECONDS = { hour: 3600, minute: 60, second: 1 } as const;

/** What is written beside CLDR's words. */
const MORE_UNITS: Readonly<Record<string, number>> = {
  h: 3600,
  hr: 3600,
  hrs: 3600,
  std: 3600,
  時間: 3600,
  小時: 3600,
  小时: 3600,
  m: 60,
  min: 60,
  mins: 60,
  mn: 60,
  "'": 60,
  分: 60,
  分鐘: 60,
  分钟: 60,
  s: 1,
  sec: 1,
  secs: 1,
  sek: 1,
  seg: 1,
  '"': 1,
  秒: 1,
  秒鐘: 1,
  秒钟: 1,
};

type TimeUnits = ReadonlyMap<string, TimeUnit>;

let englishUnits: TimeUnits | undefined;
let allUnits: TimeUnits | undefined;

/** The seconds of a word for hours, minutes or seconds, in any form that a number gives it: "minuty", "分", "hrs". */
export function secondsOfUnit(word: string): number | undefined {
  englishUnits ??= readUnits(['en']);
  return (englishUnits.get(keyOf(word)) ?? unitOfAnyLanguage(word))?.seconds;
}

function unitOfAnyLanguage(word: string): TimeUnit | undefined {
  allUnits ??= readUnits(LANGUAGES);
  return allUnits.get(keyOf(word));
}

/** The languages in which a word is one for a span of time. */
export function languagesOfUnit(word: string): readonly string[] {
  return unitOfAnyLanguage(word)?.languages ?? [];
}

/** A word as it is looked up: without accents, capitals and the stop of an abbreviation. */
export function keyOf(word: string): string {
  return foldForNumbers(word, 'und').replace(/\.$/u, '').trim();
}

/** Formats of sixty languages take about 50 ms, so only when a word that is not English asks for them. */
function readUnits(known: readonly string[]): TimeUnits {
  const found = new Map<string, TimeUnit>();
  const add = (name: string, seconds: number, language?: string) => {
    const key = keyOf(name);
    const before = found.get(key);
    if (key === '' || (before !== undefined && before.seconds !== seconds)) return;
    const languages = new Set([...(before?.languages ?? []), ...(language === undefined ? [] : [language])]);
    found.set(key, { seconds, languages: [...languages] });
  };
  for (const [name, seconds] of Object.entries(MORE_UNITS)) add(name, seconds);
  for (const language of known) {
    for (const [unit, seconds] of Object.entries(SECONDS)) {
      for (const name of namesOf(language, unit)) add(name, seconds, language);
    }
  }
  return found;
}

/** One number for each plural form that some language has. */
const PLURALS = [1, 2, 3, 5, 11, 100, 1.5];

function namesOf(language: string, unit: string): readonly string[] {
  return (['long', 'short'] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, numberingSystem: 'latn' });
    return PLURALS.flatMap((value) =>
      format.formatToParts(value).flatMap(({ type, value: name }) => (type === 'unit' ? [name] : [])),
    );
  });
}

/** The word for one hour, minute or second, which needs no number beside it. */
export function isSingular(unit: string): boolean {
  const key = keyOf(unit);
  return (unitOfAnyLanguage(unit)?.languages ?? []).some((language) =>
    Object.keys(SECONDS).some((name) => keyOf(singularOf(language, name)) === key),
  );
}

function singularOf(language: string, unit: string): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' });
  return format.formatToParts(1).find(({ type }) => type === 'unit')?.value ?? '';
}

/** Articles of languages that have them before "minute" and before "half". */
const ARTICLES: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'ein',
  'eine',
  'einer',
  'un',
  'une',
  'una',
  'um',
  'uma',
  'en',
  'et',
  'een',
  'o',
]);

export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

/** Scripts that write a number and its unit as one word, with the languages whose units stand so. */
const JOINED_SCRIPTS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;
const JOINED_LANGUAGES = ['th', 'lo', 'km', 'my', 'ko'];
/** "half" in them. */
const JOINED_HALVES = ['ครึ่ง', 'ເຄິ່ງ', 'កន្លះ', 'ခွဲ', '반'];

let joinedUnits: RegExp | undefined;

/** 两分半钟 is 两 分 半, สองนาทีครึ่ง is สอง นาที ครึ่ง. */
export function withUnitsApart(text: string): string {
  if (JOINED_SCRIPTS.test(text)) {
    joinedUnits ??= joinedUnitPattern();
    return text.replace(joinedUnits, ' $& ');
  }
  return /[\p{Script=Han}]/u.test(text)
    ? text
        .replace(/[个個](?=半)/gu, '')
        .replace(/分半[钟鐘]/gu, '分半')
        .replace(/小[时時]|[时時][间間]|分[钟鐘]|秒[钟鐘]?|[分半]/gu, ' $& ')
        .replace(/[间間]\s*$/u, '')
    : text;
}

function joinedUnitPattern(): RegExp {
  const names = JOINED_LANGUAGES.flatMap((language) =>
    Object.keys(SECONDS).flatMap((unit) => namesOf(language, unit).map((name) => name.trim())),
  );
  const joined = names.filter((name) => JOINED_SCRIPTS.test(name) && !/[\s.]/u.test(name));
  const longestFirst = [...new Set([...joined, ...JOINED_HALVES])].toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map((name) => RegExp.escape(name)).join('|'), 'gu');
}

let conjunctions: ReadonlySet<string> | undefined;

/** "and" in any of the languages. */
export function isConjunction(word: string): boolean {
  conjunctions ??= new Set(LANGUAGES.flatMap(conjunctionsOf));
  return conjunctions.has(word);
}

/** "and" in a language, by CLDR. */
export function conjunctionsOf(language: string): readonly string[] {
  const parts = new Intl.ListFormat(language).formatToParts(['1', '2']);
  return parts.flatMap(({ type, value }) => (type === 'literal' ? [value.trim()] : []));
}

let alternatives: readonly string[] | undefined;

/** "or" in all of the languages, by CLDR. */
export function alternativesInWords(): readonly string[] {
  alternatives ??= [...new Set(LANGUAGES.flatMap(alternativesOf))];
  return alternatives;
}

function alternativesOf(language: string): readonly string[] {
  const parts = new Intl.ListFormat(language, { type: 'disjunction' }).formatToParts(['1', '2']);
  return parts
    .flatMap(({ type, value }) => (type === 'literal' ? [value.trim()] : []))
    .filter((word) => /\p{L}/u.test(word));
}
