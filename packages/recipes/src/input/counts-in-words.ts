import { createRequire } from 'node:module';
import { inflectedNumbers } from '../language/numbers/words/inflected-numbers.ts';
import { NumberRules, type RuleFile } from '../language/numbers/spell/number-rules.ts';
import { numbersByModule, type WordsModule } from '../language/numbers/spell/numbers-by-module.ts';
import { numbersByRules } from '../language/numbers/spell/numbers-by-rules.ts';
import type { SpelledNumbers } from '../language/numbers/spelled-numbers.ts';
import { conjunctionsOf, isArticle, keyOf, languagesOfUnit } from './time-units.ts';

/** What nearly all say, and what is read where it is none of these: "a hundred and twenty seconds". */
const COUNTED = [99, 600] as const;

/** A number that words say in a language that the unit beside it is of: "dos" before "minutos", "trente" behind "minutes". */
export function spelledCount(text: string, unit: string): number | undefined {
  for (const most of COUNTED)
    for (const language of languagesOfUnit(unit)) {
      const counts = countsOf(language, most);
      const value = wordingsOf(text, language).flatMap((key) => counts.get(key) ?? [])[0];
      if (value !== undefined) return value;
    }
  return undefined;
}

/** As it is written; without the article of "a hundred"; without the "and" that Arabic and Hebrew write at a word. */
function wordingsOf(text: string, language: string): readonly string[] {
  const [first = '', ...rest] = text.split(' ');
  return [
    text,
    ...(isArticle(first) && rest.length > 0 ? [rest.join(' ')] : []),
    ...(/^[وו]/u.test(text) ? [text.slice(1)] : []),
  ].map((words) => squeezed(words, language));
}

/** Without spaces and the word for "and", which a language may write in a number or not. */
function squeezed(text: string, language: string): string {
  const joining = conjunctionsOf(language);
  return keyOf(text)
    .split(' ')
    .filter((word) => !joining.includes(word))
    .join('');
}

const require = createRequire(import.meta.url);
const known = new Map<string, ReadonlyMap<string, number>>();

/** Read at once, because a request is; files of the languages alone that the unit's word told. */
function countsOf(language: string, most: number): ReadonlyMap<string, number> {
  const name = `${language} ${most}`;
  let counts = known.get(name);
  if (counts === undefined) {
    counts = readCounts(language, most);
    known.set(name, counts);
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
/** Languages that count with the words of another one. */
const SAME_NUMBERS: Readonly<Record<string, string>> = { nb: 'no' };

function numbersOf(language: string): Pick<SpelledNumbers, 'forms'> {
  const named = BY_MODULE[language];
  if (named !== undefined) return numbersByModule(language, require(`n2words/${named}`) as WordsModule);
  const source = SAME_NUMBERS[language] ?? language;
  const file = require(`cldr-rbnf/rbnf/${source}.json`) as RuleFile;
  return numbersByRules(source, new NumberRules(source, file));
}

/** Forms beside a unit that CLDR's rules have not. */
const MORE_FORMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // 分 alone is Japanese by CLDR, and Chinese beside these.
  ja: { 两: 2, 兩: 2 },
  zh: { 两: 2, 兩: 2 },
  'zh-Hant': { 两: 2, 兩: 2 },
  he: { שתי: 2, שני: 2 },
};

function readCounts(language: string, most: number): ReadonlyMap<string, number> {
  try {
    const { forms } = numbersOf(language);
    const ones = forms(1);
    const pairs = Array.from({ length: most }, (_, index) => index + 1).flatMap((value) =>
      forms(value).flatMap((form) => [form, ...withoutOne(form, value, ones)].map((one) => [one, value] as const)),
    );
    const inflected = Object.entries(inflectedNumbers[language] ?? {}).flatMap(([value, own]) =>
      own.split(' ').map((form) => [form, Number(value)] as const),
    );
    const more = [...inflected, ...Object.entries(MORE_FORMS[language] ?? {})];
    return new Map([...more, ...pairs].map(([form, value]) => [squeezed(form, language), value]));
  } catch {
    return new Map();
  }
}

/** "hundertzwanzig" beside "einhundertzwanzig". */
function withoutOne(form: string, value: number, ones: readonly string[]): string[] {
  if (value < 100 || value > 199) return [];
  return ones.filter((one) => form.startsWith(one)).map((one) => form.slice(one.length).replace(/^[\s\u00AD-]+/u, ''));
}
