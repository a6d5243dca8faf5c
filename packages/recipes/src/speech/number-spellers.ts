import { toCardinal as english } from 'n2words/en-US';
import { primarySubtag } from '../language/scripts.ts';

/** Spells a plain number such as `1234.5`. */
export type NumberSpeller = (value: string) => string;

/** About 16 KB each, so that only the languages in use are loaded. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly toCardinal: NumberSpeller }>>> = {
  ar: () => import('n2words/ar-SA'),
  cs: () => import('n2words/cs-CZ'),
  da: () => import('n2words/da-DK'),
  de: () => import('n2words/de-DE'),
  es: () => import('n2words/es-ES'),
  fr: () => import('n2words/fr-FR'),
  it: () => import('n2words/it-IT'),
  ja: () => import('n2words/ja-JP'),
  nl: () => import('n2words/nl-NL'),
  pl: () => import('n2words/pl-PL'),
  pt: () => import('n2words/pt-PT'),
  ru: () => import('n2words/ru-RU'),
  sv: () => import('n2words/sv-SE'),
  tr: () => import('n2words/tr-TR'),
  uk: () => import('n2words/uk-UA'),
  zh: () => import('n2words/zh-Hans-CN'),
};

const loaded = new Map<string, NumberSpeller>();

/** Makes the numbers of a language known, before anything is measured in it. Once is enough for a process. */
export async function loadNumbers(language: string): Promise<void> {
  const primary = primarySubtag(language);
  if (loaded.has(primary)) return;
  const module = await LOADERS[primary]?.();
  if (module !== undefined) loaded.set(primary, module.toCardinal);
}

/**
 * How numbers are spoken in a language. Languages without a speller are counted as English is: their numbers are about
 * as long.
 *
 * @throws Error where the language has a speller that was not loaded, because figures would be wrong without a word
 */
export function numberSpeller(language: string): NumberSpeller {
  const primary = primarySubtag(language);
  const speller = loaded.get(primary);
  if (speller !== undefined) return speller;
  if (primary in LOADERS)
    throw new Error(`The numbers of "${primary}" are not loaded: await loadNumbers('${primary}').`);
  return english;
}

export function isEnglish(speller: NumberSpeller): boolean {
  return speller === english;
}
