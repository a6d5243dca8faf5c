import { african } from './african.ts';
import { spacedAsian, unspacedAsian } from './asian.ts';
import { balticNordic } from './baltic-nordic.ts';
import { germanic } from './germanic.ts';
import { middleEastern } from './middle-eastern.ts';
import { otherEuropean } from './other-european.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';
import type { StageWords } from './stage-words.ts';
import { westernAsian } from './western-asian.ts';

/** The stage words of every language but English, by primary subtag; those written without spaces apart. */
export const spaced: Readonly<Record<string, StageWords>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...balticNordic,
  ...middleEastern,
  ...westernAsian,
  ...african,
  ...spacedAsian,
  ...southAsian,
};
export const unspaced: Readonly<Record<string, StageWords>> = unspacedAsian;
export { endWords } from './end-words.ts';
export { noteWords } from './note-words.ts';
export { numberedSections, otherCountingWords } from './numbered-sections.ts';
