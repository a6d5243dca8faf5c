import { african } from './african.ts';
import { balticNordic } from './baltic-nordic.ts';
import { eastAsian } from './east-asian.ts';
import { germanic } from './germanic.ts';
import { middleEastern } from './middle-eastern.ts';
import { otherEuropean } from './other-european.ts';
import type { RefusalWords } from './refusal-words.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';
import { westernAsian } from './western-asian.ts';

/** How a no is said in every language that is known. */
export const refusalWords: Readonly<Record<string, RefusalWords>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...balticNordic,
  ...southAsian,
  ...middleEastern,
  ...westernAsian,
  ...eastAsian,
  ...african,
};
