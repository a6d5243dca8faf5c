import type { NumberWord } from './number-word.ts';

/** What a language calls quantities beside its numerals. */
export type QuantityPhrases = (tag: string) => readonly (readonly [phrase: string, word: NumberWord])[];

const NONE: QuantityPhrases = () => [];

let known = NONE;

/** Makes them known, 12 KB for all languages, which a browser loads with the numbers of the first. Once is enough. */
export async function loadQuantities(): Promise<void> {
  // Importing what is there already still takes tens of microseconds.
  if (known === NONE) ({ quantityPhrases: known } = await import('./words/quantity-phrases.ts'));
}

/** Those that are loaded: none before. */
export function loadedQuantities(): QuantityPhrases {
  return known;
}
