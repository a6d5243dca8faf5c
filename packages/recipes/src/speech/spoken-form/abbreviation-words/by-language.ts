import { eastAsian } from './east-asian.ts';
import { germanic } from './germanic.ts';
import { middleEastern } from './middle-eastern.ts';
import { otherEuropean } from './other-european.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';

/**
 * What is written short and said in full, by language: the abbreviations of general text in each language's orthography
 * (Duden, RAE, Académie française and their like). A space in a key may be missing in the text; one that ends in `#`
 * is read so in front of figures alone.
 */
export const abbreviationWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...southAsian,
  ...middleEastern,
  ...eastAsian,
};
