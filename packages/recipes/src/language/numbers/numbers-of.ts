import * as english from 'n2words/en-US';
import { loadOtherMeanings } from './read/other-meanings.ts';
import { numbersByModule } from './spell/numbers-by-module.ts';
import { loadQuantities } from './quantities.ts';
import type { SpelledNumbers } from './spelled-numbers.ts';

/** By primary subtag or tag as it is asked for; undefined for a language whose number words are not known. */
const loaded = new Map<string, SpelledNumbers | undefined>();

const englishNumbers: SpelledNumbers = {
  ...numbersByModule('en', english),
  decimalWords: {
    tenths: 'tenths',
    hundredths: 'hundredths',
    thousandths: 'thousandths',
    halves: 'and a half,and one half',
  },
  year: (value) => {
    const [century, rest] = [Math.floor(value / 100), value % 100];
    if (value >= 2000 || century % 10 === 0) return english.toCardinal(value);
    const zero = rest < 10 ? 'oh ' : '';
    return `${english.toCardinal(century)} ${rest === 0 ? 'hundred' : zero + english.toCardinal(rest)}`;
  },
};

/**
 * Makes the numbers of a language known, before anything is spelled, measured or read in it. Once is enough for a
 * process; English is known from the start, because it stands in where a language is not.
 */
export async function loadNumbers(language: string): Promise<void> {
  await Promise.all([loadOtherMeanings(), loadQuantities()]);
  if (isEnglish(language) || loaded.has(language)) return;
  const { readNumbers } = await import('./spell/number-sources.ts');
  loaded.set(language, await readNumbers(language));
}

/**
 * How numbers are said in a language; undefined for one whose number words are not known.
 *
 * @throws Error where it was not loaded, because figures would be wrong without a word
 */
export function numbersOf(language: string): SpelledNumbers | undefined {
  if (isEnglish(language)) return englishNumbers;
  if (!loaded.has(language))
    throw new Error(`The numbers of "${language}" are not loaded: await loadLanguages(['${language}']).`);
  return loaded.get(language);
}

/** The same where nobody has to have loaded them: undefined then too. */
export function loadedNumbers(language: string): SpelledNumbers | undefined {
  return isEnglish(language) ? englishNumbers : loaded.get(language);
}

/** As they are, or English ones, which are about as long. */
export function numbersOrEnglish(language: string): SpelledNumbers {
  return numbersOf(language) ?? englishNumbers;
}

function isEnglish(language: string): boolean {
  return language === 'en' || language.startsWith('en-');
}
