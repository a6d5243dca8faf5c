import { existsSync, readFileSync } from 'node:fs';

/** The locale of CLDR that has a language in a script. */
export function localeOf(language: string, script: string): string {
  if (language === 'sr' && script === 'Latn') return 'sr-Latn';
  return language;
}

function readJson(folder: string, path: string): unknown {
  const file = `${folder}/${path}`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Every text in a value of JSON, places of numbers taken out; of an emoji's, its names and keywords. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/\{\d\}/gu, ' ')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

export function emojiTexts(folder: string, locale: string): string[] {
  const path = `cldr-annotations-full/annotations/${locale}/annotations.json`;
  const { annotations } = readJson(folder, path) as { annotations: { annotations: unknown } };
  return textsIn(annotations.annotations);
}

interface Main {
  readonly main?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

const mainOf = (folder: string, path: string, locale: string) =>
  (readJson(folder, path) as Main).main?.[locale === 'no' ? 'nb' : locale] ?? {};

/** Names of units, months, days, and of what lies before and after today. */
export function unitTexts(folder: string, locale: string): string[] {
  const main = locale === 'no' ? 'nb' : locale;
  const { units } = mainOf(folder, `cldr-units-full/main/${main}/units.json`, locale);
  const { dates } = mainOf(folder, `cldr-dates-full/main/${main}/dateFields.json`, locale);
  const calendar = mainOf(folder, `cldr-dates-full/main/${main}/ca-gregorian.json`, locale).dates?.calendars as
    | { readonly gregorian: { readonly months: unknown; readonly days: unknown } }
    | undefined;
  return textsIn([units?.long, dates?.fields, calendar?.gregorian.months, calendar?.gregorian.days]);
}

/** The letters of a language beside a to z: those of its own words, and those of foreign ones. */
export function alphabetOf(folder: string, language: string, script: string) {
  const locale = localeOf(language, script);
  const { characters } = mainOf(
    folder,
    `cldr-misc-full/main/${locale === 'no' ? 'nb' : locale}/characters.json`,
    locale,
  );
  return {
    letters: lettersIn(characters?.exemplarCharacters),
    foreignLetters: lettersIn(characters?.auxiliary),
  };
}

/** CLDR's sets: single letters, ranges, and groups of letters in braces, with escapes of code points. */
function lettersIn(set: unknown): ReadonlySet<string> {
  if (typeof set !== 'string') return new Set();
  const plain = set
    .replace(/^\[|\]$/gu, '')
    .replace(/\\u([0-9A-F]{4})/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  const found = Array.from(plain.matchAll(/\{([^}]*)\}|(\S)-(\S)|(\S)/gu), ([, group, from, to, one]) => {
    if (group !== undefined) return Array.from(group);
    return from !== undefined && to !== undefined ? range(from, to) : [one ?? ''];
  });
  return new Set(found.flat().filter((letter) => /[\p{L}\p{M}]/u.test(letter) && !/[a-z]/u.test(letter)));
}

function range(from: string, to: string): string[] {
  const [first = 0, last = 0] = [from.codePointAt(0), to.codePointAt(0)];
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
