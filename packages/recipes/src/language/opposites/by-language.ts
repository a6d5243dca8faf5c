import type { Directions } from './directions.ts';
import { germanic } from './germanic.ts';
import { otherAsian } from './other-asian.ts';
import { otherEuropean } from './other-european.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';

/**
 * By primary subtag. Everyday words of reports, our own list from the languages' dictionaries; what means something else
 * as often is left out.
 */
export const directions: Readonly<Record<string, Directions>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...southAsian,
  ...otherAsian,
};
