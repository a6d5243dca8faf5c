import { loadSpokenForm } from '../speech/spoken-text.ts';
import { loadEndings } from '../text/terms/endings.ts';
import { loadTextLabels } from '../text/titles/text-labels.ts';
import { loadStageWords } from '../text/stage-words/patterns.ts';
import { chineseScriptOf, loadChineseVariants } from './chinese-variants.ts';
import { loadNumbers } from './numbers/numbers-of.ts';
import { loadOpposites } from './opposites/opposites.ts';

/**
 * Makes known what only one language needs and is large: how its numbers and abbreviations are spoken, what endings
 * its words take, what stands in its scripts and is not for the voice, what words are opposites, and for Chinese that shall be written in one
 * way the characters of both. Awaited before anything is written, measured or checked in a language; once is enough
 * for a process.
 */
export async function loadLanguages(languages: readonly string[]): Promise<void> {
  await Promise.all([
    loadStageWords(),
    loadSpokenForm(),
    loadOpposites(),
    loadTextLabels(),
    ...languages.map(loadLanguage),
  ]);
}

async function loadLanguage(language: string): Promise<void> {
  await Promise.all([loadNumbers(language), loadEndings(language)]);
  if (chineseScriptOf(language) !== undefined) await loadChineseVariants();
}
