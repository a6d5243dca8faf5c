import type { CategoryWords } from './category-words.ts';
import { centralEuropean } from './central-european.ts';
import { eastAsian } from './east-asian.ts';
import { english } from './english.ts';
import { germanic } from './germanic.ts';
import { greekAndBaltic } from './greek-baltic.ts';
import { hebrew } from './hebrew.ts';
import { middleEastern } from './middle-eastern.ts';
import { nordic } from './nordic.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';
import { southEastern } from './south-eastern.ts';
import { southSlavic } from './south-slavic.ts';
import { turkish } from './turkish.ts';

/** By primary subtag. */
export const categoryWords: Readonly<Record<string, CategoryWords>> = {
  ...english,
  ...germanic,
  ...romance,
  ...nordic,
  ...centralEuropean,
  ...greekAndBaltic,
  ...slavic,
  ...southSlavic,
  ...turkish,
  ...southEastern,
  ...middleEastern,
  ...hebrew,
  ...southAsian,
  ...eastAsian,
};
