import type { CategoryWords } from './category-words.ts';
import { eastAsian } from './east-asian.ts';
import { english } from './english.ts';
import { germanic } from './germanic.ts';
import { middleEastern } from './middle-eastern.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southEastern } from './south-eastern.ts';
import { turkish } from './turkish.ts';

/** By primary subtag. */
export const categoryWords: Readonly<Record<string, CategoryWords>> = {
  ...english,
  ...germanic,
  ...romance,
  ...slavic,
  ...turkish,
  ...southEastern,
  ...middleEastern,
  ...eastAsian,
};
