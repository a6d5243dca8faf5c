/**
 * Whether a text has anything that people read: a letter, a figure or a picture. Blanks, characters without a shape
 * (zero-width ones, fillers, the empty braille cell) and punctuation alone say nothing.
 */
export function saysSomething(text: string): boolean {
  return SEEN.test(text.replace(SHAPELESS, ''));
}

const SEEN = /[\p{L}\p{N}\p{S}]/u;
/** Letters and signs by their category of which no screen shows anything (Unicode 17: fillers, the braille blank). */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\u2800\u{16FE4}]/gu;
