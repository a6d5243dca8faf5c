import { african } from './african.ts';
import { baltic } from './baltic.ts';
import type { ChatWords } from './chat-words.ts';
import { eastAsian } from './east-asian.ts';
import { germanic } from './germanic.ts';
import { middleEastern } from './middle-eastern.ts';
import { otherEuropean } from './other-european.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southAsian } from './south-asian.ts';
import { westernAsian } from './western-asian.ts';

/** What stands around an answer in every language that is known. */
export const chatWords: Readonly<Record<string, ChatWords>> = {
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...baltic,
  ...southAsian,
  ...westernAsian,
  ...african,
  ...middleEastern,
  ...eastAsian,
};
