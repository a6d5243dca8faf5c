import { francAll } from 'franc';
import type { KeptPackage } from '../ask/kept-answer.ts';
import type { BriefLanguage } from '../briefs/brief.ts';
import { narrationOf } from './texts.ts';

/** The letters of languages that are not written in Latin ones. */
const SCRIPTS: Partial<Record<BriefLanguage, RegExp>> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ar: /\p{Script=Arabic}/gu,
};

/** ISO 639-3, as franc names them. */
const LATIN: Partial<Record<BriefLanguage, string>> = { en: 'eng', de: 'deu', es: 'spa', fr: 'fra', pt: 'por' };

/** Below this many letters a statistical detector guesses. */
const ENOUGH_LETTERS = 70;
const LEAST_LIKENESS = 0.8;
const LEAST_LETTERS = 0.5;

/** The parts of a package that are surely in another language: scenes, title, titles, description. */
export function partsInAnotherLanguage(made: KeptPackage, language: BriefLanguage): string[] {
  const parts: [name: string, text: string][] = [
    ['narration', narrationOf(made)],
    ...made.scenes.map(({ id, narration }): [string, string] => [id, narration]),
    ['title', made.title],
    ...made.titles.map((title): [string, string] => ['metadata title', title]),
    ...made.headlines.map((headline): [string, string] => ['headline', headline]),
    ['description', made.description],
  ];
  return [...new Set(parts.filter(([, text]) => isForeign(text, language)).map(([name]) => name))];
}

function isForeign(text: string, language: BriefLanguage): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS[language];
  if (script !== undefined) return letters > 0 && (text.match(script)?.length ?? 0) < letters * LEAST_LETTERS;
  const code = LATIN[language];
  if (letters < ENOUGH_LETTERS || code === undefined) return false;
  const own = francAll(text, { only: Object.values(LATIN) }).find(([likely]) => likely === code);
  return (own?.[1] ?? 0) < LEAST_LIKENESS;
}
