import { createRequire } from 'node:module';
import { foldForNumbers } from '../language/numbers/fold.ts';
import { NumberRules, type RuleFile } from '../language/numbers/number-rules.ts';
import { numbersByModule, type WordsModule } from '../language/numbers/numbers-by-module.ts';
import { numbersByRules } from '../language/numbers/numbers-by-rules.ts';
import type { SpelledNumbers } from '../language/numbers/spelled-numbers.ts';

/** What a word for a span of time means, and in which languages it does. */
interface TimeUnit {
  readonly seconds: number;
  readonly languages: readonly string[];
}

/** Languages whose words for hours, minutes and seconds are known, by CLDR. */
const LANGUAGES =
  'af ar az bg bn ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko lt lv mk ml mr ms nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh-Hant'.split(
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

function keyOf(word: string): string {
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

/** Words for a half and for one and a half, folded, in the cases that stand beside a unit. Our own list. */
const PARTS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'half halbe halb halben demi demie media medio meia meio mezza mezzo halve halv halvt poł pol pul puli fel jumatate yarim bucuk половина половини половин пол пів половиной 半 반 نصف ونصف ครึ่ง nua ruoi setengah आधा आधे חצי וחצי μισο μιση μισι polovina połowa połowy puoli pool'
    .split(' ')
    .map((word) => [word, 0.5] as const),
  ...'połtora połtorej połtory anderthalb eineinhalb anderhalve anderhalf полтора полторы півтора півтори poltora puolitoista halvanden halvannen masfel डेढ़ डेढ'
    .split(' ')
    .map((word) => [word, 1.5] as const),
]);

/** 0.5 or 1.5 where a word says so. */
export function partCount(word: string): number | undefined {
  return PARTS[keyOf(word)];
}

/** Chinese and Japanese write numbers and units as one: 两分半钟 is 两 分 半. */
export function withUnitsApart(text: string): string {
  return /[\p{Script=Han}]/u.test(text)
    ? text
        .replace(/分半[钟鐘]/gu, '分半')
        .replace(/小[时時]|[时時][间間]|分[钟鐘]|秒[钟鐘]?|[分半]/gu, ' $& ')
        .replace(/[间間]\s*$/u, '')
    : text;
}

let conjunctions: ReadonlySet<string> | undefined;

/** "and" in any of the languages. */
export function isConjunction(word: string): boolean {
  conjunctions ??= new Set(LANGUAGES.flatMap(conjunctionsOf));
  return conjunctions.has(word);
}

function conjunctionsOf(language: string): readonly string[] {
  const parts = new Intl.ListFormat(language).formatToParts(['1', '2']);
  return parts.flatMap(({ type, value }) => (type === 'literal' ? [value.trim()] : []));
}

const require = createRequire(import.meta.url);
const words = new Map<string, ReadonlyMap<string, number>>();

/** A number from 1 to 99 that a word says in a language that the unit behind it is of: "dos" before "minutos". */
export function spelledCount(word: string, unit: string): number | undefined {
  for (const language of unitOfAnyLanguage(unit)?.languages ?? []) {
    const value = countsOf(language).get(keyOf(word));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Read at once, because a request is; files of the languages alone that the unit's word told. */
function countsOf(language: string): ReadonlyMap<string, number> {
  let counts = words.get(language);
  if (counts === undefined) {
    counts = readCounts(language);
    words.set(language, counts);
  }
  return counts;
}

/** Languages whose numbers CLDR has not, by their names in n2words. */
const BY_MODULE: Readonly<Record<string, string>> = {
  bn: 'bn-BD',
  kn: 'kn-IN',
  mr: 'mr-IN',
  pa: 'pa-IN',
  te: 'te-IN',
  ur: 'ur-PK',
};

function numbersOf(language: string): Pick<SpelledNumbers, 'forms'> {
  const named = BY_MODULE[language];
  if (named !== undefined) return numbersByModule(language, require(`n2words/${named}`) as WordsModule);
  const file = require(`cldr-rbnf/rbnf/${language}.json`) as RuleFile;
  return numbersByRules(language, new NumberRules(language, file));
}

function readCounts(language: string): ReadonlyMap<string, number> {
  try {
    const { forms } = numbersOf(language);
    const pairs = Array.from({ length: 99 }, (_, index) => forms(index + 1).map((form) => [form, index + 1] as const));
    const also = language.startsWith('zh') ? [['两', 2] as const, ['兩', 2] as const] : [];
    return new Map([...pairs.flat(), ...also].map(([form, value]) => [keyOf(form), value]));
  } catch {
    return new Map();
  }
}
