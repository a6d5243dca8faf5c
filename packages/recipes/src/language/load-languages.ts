import { loadNumbers } from './numbers/spelled-numbers.ts';
import { chineseScriptOf, loadChineseVariants } from './chinese-variants.ts';

/**
 * Makes known what only one language needs and is large: how its numbers are spoken, and for Chinese that shall be
 * written in one way the characters of both. Awaited before anything is written, measured or checked in a language;
 * once is enough for a process.
 */
export async function loadLanguages(languages: readonly string[]): Promise<void> {
  await Promise.all(languages.map(loadLanguage));
}

async function loadLanguage(language: string): Promise<void> {
  await loadNumbers(language);
  if (chineseScriptOf(language) !== undefined) await loadChineseVariants();
}
