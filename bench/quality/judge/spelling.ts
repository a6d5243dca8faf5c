import { execFileSync } from 'node:child_process';
import type { BriefLanguage } from '../briefs/brief.ts';

/**
 * The dictionary of each language, by its name in Debian's hunspell packages (`hunspell-en-us`, `hunspell-de-de`,
 * `hunspell-es`, `hunspell-fr-classical`, `hunspell-pt-br`, `hunspell-ar`). Chinese and Japanese do not divide words, so
 * they have none.
 */
export const dictionaries: Partial<Record<BriefLanguage, string>> = {
  en: 'en_US',
  de: 'de_DE',
  es: 'es_ES',
  fr: 'fr',
  pt: 'pt_BR',
  ar: 'ar',
};

/** Words in small letters that neither the dictionary nor the given texts have; `undefined` without a dictionary. */
export function misspeltWords(
  text: string,
  language: BriefLanguage,
  known: readonly string[],
): readonly string[] | undefined {
  const dictionary = dictionaries[language];
  if (dictionary === undefined) return undefined;
  const given = new Set(wordsIn(known.join('\n')));
  const small = wordsIn(text).filter((word) => word === word.toLowerCase() && !given.has(word));
  if (small.length === 0) return [];
  const output = execFileSync('hunspell', ['-l', '-i', 'UTF-8', '-d', dictionary], {
    input: small.join('\n'),
    encoding: 'utf8',
  });
  return [...new Set(output.split('\n').filter((word) => word !== ''))];
}

function wordsIn(text: string): string[] {
  return text.replaceAll('’', "'").match(/\p{L}[\p{L}\p{M}']*(?:-[\p{L}\p{M}']+)*/gu) ?? [];
}
