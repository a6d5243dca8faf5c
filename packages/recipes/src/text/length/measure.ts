import { graphemes } from './graphemes.ts';
import { xWeight } from './x-weight.ts';
import { IS_ASCII } from '../ascii.ts';

/** How a platform counts the length of a text; the name is what callers read in `length.unit` and in findings. */
export type LengthUnit = 'characters' | 'bytes' | 'utf16_units' | 'graphemes' | 'x_weight' | 'threads_characters';

/** The length of a text in a platform's own unit. */
export function measure(text: string, unit: LengthUnit): number {
  return counters[unit](text);
}

const encoder = new TextEncoder();

const counters: Readonly<Record<LengthUnit, (text: string) => number>> = {
  characters: (text) => (BEYOND_BASIC_PLANE.test(text) ? Array.from(text).length : text.length),
  bytes: byteLength,
  utf16_units: (text) => text.length,
  graphemes: (text) => graphemes(text).length,
  x_weight: xWeight,
  threads_characters: threadsCharacters,
};

/** Only these characters are two units of a JavaScript string. */
const BEYOND_BASIC_PLANE = /[\uD800-\uDFFF]/;

function byteLength(text: string): number {
  return IS_ASCII.test(text) ? text.length : encoder.encode(text).length;
}

/** Characters, but an emoji counts as its bytes do (Threads API, "Posts"). */
function threadsCharacters(text: string): number {
  return graphemes(text).reduce(
    (sum, grapheme) =>
      sum +
      (/\p{RGI_Emoji}|\p{Extended_Pictographic}/v.test(grapheme) ? byteLength(grapheme) : Array.from(grapheme).length),
    0,
  );
}
