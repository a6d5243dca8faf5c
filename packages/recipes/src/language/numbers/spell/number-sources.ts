import { decimalWords } from '../words/decimal-words.ts';
import { inflectedNumbers } from '../words/inflected-numbers.ts';
import { NumberRules, type RuleFile } from './number-rules.ts';
import { numbersByModule, type WordsModule } from './numbers-by-module.ts';
import { numbersByRules } from './numbers-by-rules.ts';
import { primarySubtag } from '../../scripts.ts';
import type { SpelledNumbers } from '../spelled-numbers.ts';

interface JsonModule {
  readonly default: RuleFile;
}

/** CLDR's rules for numbers by BCP-47 tag: a file each, of 2 to 140 KB, so that only the languages in use are loaded. */
const ruleFiles: Readonly<Record<string, () => Promise<JsonModule>>> = {
  af: () => import('cldr-rbnf/rbnf/af.json', { with: { type: 'json' } }),
  am: () => import('cldr-rbnf/rbnf/am.json', { with: { type: 'json' } }),
  ar: () => import('cldr-rbnf/rbnf/ar.json', { with: { type: 'json' } }),
  az: () => import('cldr-rbnf/rbnf/az.json', { with: { type: 'json' } }),
  be: () => import('cldr-rbnf/rbnf/be.json', { with: { type: 'json' } }),
  bg: () => import('cldr-rbnf/rbnf/bg.json', { with: { type: 'json' } }),
  ca: () => import('cldr-rbnf/rbnf/ca.json', { with: { type: 'json' } }),
  cs: () => import('cldr-rbnf/rbnf/cs.json', { with: { type: 'json' } }),
  cy: () => import('cldr-rbnf/rbnf/cy.json', { with: { type: 'json' } }),
  da: () => import('cldr-rbnf/rbnf/da.json', { with: { type: 'json' } }),
  de: () => import('cldr-rbnf/rbnf/de.json', { with: { type: 'json' } }),
  el: () => import('cldr-rbnf/rbnf/el.json', { with: { type: 'json' } }),
  'en-IN': () => import('cldr-rbnf/rbnf/en-IN.json', { with: { type: 'json' } }),
  eo: () => import('cldr-rbnf/rbnf/eo.json', { with: { type: 'json' } }),
  es: () => import('cldr-rbnf/rbnf/es.json', { with: { type: 'json' } }),
  et: () => import('cldr-rbnf/rbnf/et.json', { with: { type: 'json' } }),
  fa: () => import('cldr-rbnf/rbnf/fa.json', { with: { type: 'json' } }),
  fi: () => import('cldr-rbnf/rbnf/fi.json', { with: { type: 'json' } }),
  fil: () => import('cldr-rbnf/rbnf/fil.json', { with: { type: 'json' } }),
  fr: () => import('cldr-rbnf/rbnf/fr.json', { with: { type: 'json' } }),
  'fr-BE': () => import('cldr-rbnf/rbnf/fr-BE.json', { with: { type: 'json' } }),
  'fr-CH': () => import('cldr-rbnf/rbnf/fr-CH.json', { with: { type: 'json' } }),
  ga: () => import('cldr-rbnf/rbnf/ga.json', { with: { type: 'json' } }),
  gu: () => import('cldr-rbnf/rbnf/gu.json', { with: { type: 'json' } }),
  he: () => import('cldr-rbnf/rbnf/he.json', { with: { type: 'json' } }),
  hi: () => import('cldr-rbnf/rbnf/hi.json', { with: { type: 'json' } }),
  hr: () => import('cldr-rbnf/rbnf/hr.json', { with: { type: 'json' } }),
  hu: () => import('cldr-rbnf/rbnf/hu.json', { with: { type: 'json' } }),
  hy: () => import('cldr-rbnf/rbnf/hy.json', { with: { type: 'json' } }),
  id: () => import('cldr-rbnf/rbnf/id.json', { with: { type: 'json' } }),
  is: () => import('cldr-rbnf/rbnf/is.json', { with: { type: 'json' } }),
  it: () => import('cldr-rbnf/rbnf/it.json', { with: { type: 'json' } }),
  ja: () => import('cldr-rbnf/rbnf/ja.json', { with: { type: 'json' } }),
  ka: () => import('cldr-rbnf/rbnf/ka.json', { with: { type: 'json' } }),
  kk: () => import('cldr-rbnf/rbnf/kk.json', { with: { type: 'json' } }),
  km: () => import('cldr-rbnf/rbnf/km.json', { with: { type: 'json' } }),
  ko: () => import('cldr-rbnf/rbnf/ko.json', { with: { type: 'json' } }),
  ky: () => import('cldr-rbnf/rbnf/ky.json', { with: { type: 'json' } }),
  lb: () => import('cldr-rbnf/rbnf/lb.json', { with: { type: 'json' } }),
  lo: () => import('cldr-rbnf/rbnf/lo.json', { with: { type: 'json' } }),
  lt: () => import('cldr-rbnf/rbnf/lt.json', { with: { type: 'json' } }),
  lv: () => import('cldr-rbnf/rbnf/lv.json', { with: { type: 'json' } }),
  mk: () => import('cldr-rbnf/rbnf/mk.json', { with: { type: 'json' } }),
  ms: () => import('cldr-rbnf/rbnf/ms.json', { with: { type: 'json' } }),
  mt: () => import('cldr-rbnf/rbnf/mt.json', { with: { type: 'json' } }),
  my: () => import('cldr-rbnf/rbnf/my.json', { with: { type: 'json' } }),
  ne: () => import('cldr-rbnf/rbnf/ne.json', { with: { type: 'json' } }),
  nl: () => import('cldr-rbnf/rbnf/nl.json', { with: { type: 'json' } }),
  nn: () => import('cldr-rbnf/rbnf/nn.json', { with: { type: 'json' } }),
  no: () => import('cldr-rbnf/rbnf/no.json', { with: { type: 'json' } }),
  pl: () => import('cldr-rbnf/rbnf/pl.json', { with: { type: 'json' } }),
  pt: () => import('cldr-rbnf/rbnf/pt.json', { with: { type: 'json' } }),
  'pt-PT': () => import('cldr-rbnf/rbnf/pt-PT.json', { with: { type: 'json' } }),
  ro: () => import('cldr-rbnf/rbnf/ro.json', { with: { type: 'json' } }),
  ru: () => import('cldr-rbnf/rbnf/ru.json', { with: { type: 'json' } }),
  sk: () => import('cldr-rbnf/rbnf/sk.json', { with: { type: 'json' } }),
  sl: () => import('cldr-rbnf/rbnf/sl.json', { with: { type: 'json' } }),
  sq: () => import('cldr-rbnf/rbnf/sq.json', { with: { type: 'json' } }),
  sr: () => import('cldr-rbnf/rbnf/sr.json', { with: { type: 'json' } }),
  'sr-Latn': () => import('cldr-rbnf/rbnf/sr-Latn.json', { with: { type: 'json' } }),
  sv: () => import('cldr-rbnf/rbnf/sv.json', { with: { type: 'json' } }),
  sw: () => import('cldr-rbnf/rbnf/sw.json', { with: { type: 'json' } }),
  ta: () => import('cldr-rbnf/rbnf/ta.json', { with: { type: 'json' } }),
  th: () => import('cldr-rbnf/rbnf/th.json', { with: { type: 'json' } }),
  tr: () => import('cldr-rbnf/rbnf/tr.json', { with: { type: 'json' } }),
  uk: () => import('cldr-rbnf/rbnf/uk.json', { with: { type: 'json' } }),
  vi: () => import('cldr-rbnf/rbnf/vi.json', { with: { type: 'json' } }),
  yue: () => import('cldr-rbnf/rbnf/yue.json', { with: { type: 'json' } }),
  zh: () => import('cldr-rbnf/rbnf/zh.json', { with: { type: 'json' } }),
  'zh-Hant': () => import('cldr-rbnf/rbnf/zh-Hant.json', { with: { type: 'json' } }),
};

/** Languages for whose numbers CLDR has no rules (48.2): n2words, MIT. */
const wordsModules: Readonly<Record<string, () => Promise<WordsModule>>> = {
  bn: () => import('n2words/bn-BD'),
  kn: () => import('n2words/kn-IN'),
  mr: () => import('n2words/mr-IN'),
  pa: () => import('n2words/pa-IN'),
  te: () => import('n2words/te-IN'),
  ur: () => import('n2words/ur-PK'),
};

/** The tags whose number words are known, beside English. */
export const numberLanguages: readonly string[] = [...Object.keys(ruleFiles), ...Object.keys(wordsModules)];

/** Languages that count with the words of another one. */
const SAME_NUMBERS: Readonly<Record<string, string>> = { bs: 'hr', nb: 'no', tl: 'fil', wuu: 'zh', cmn: 'zh' };

const read = new Map<string, SpelledNumbers>();

/** The numbers of a language, from the most special source for its tag: of its script or region, else of the language. */
export async function readNumbers(tag: string): Promise<SpelledNumbers | undefined> {
  const { language, region, script } = new Intl.Locale(tag).maximize();
  const candidates = [`${language}-${script}`, `${language}-${region}`, language, SAME_NUMBERS[language] ?? ''];
  const source = candidates.find((name) => name in ruleFiles || name in wordsModules);
  if (source === undefined) return undefined;
  const numbers = read.get(source) ?? (await readSource(source));
  if (numbers !== undefined) read.set(source, numbers);
  return numbers;
}

async function readSource(source: string): Promise<SpelledNumbers | undefined> {
  const file = await ruleFiles[source]?.();
  if (file !== undefined) {
    const numbers = numbersByRules(source, new NumberRules(source, file.default));
    return { ...numbers, inflected: inflectedNumbers[source], decimalWords: decimalWordsOf(source) };
  }
  const words = await wordsModules[source]?.();
  return words === undefined ? undefined : { ...numbersByModule(source, words), decimalWords: decimalWordsOf(source) };
}

function decimalWordsOf(source: string): SpelledNumbers['decimalWords'] {
  return decimalWords[primarySubtag(source)];
}
