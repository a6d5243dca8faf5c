/** How a platform counts the length of a text; the name is what callers read in `length.unit` and in findings. */
export type LengthUnit = 'characters' | 'bytes' | 'utf16_units' | 'graphemes' | 'x_weight';

/** The length of a text in a platform's own unit. */
export function measure(text: string, unit: LengthUnit): number {
  return counters[unit](text);
}

const encoder = new TextEncoder();

const counters: Readonly<Record<LengthUnit, (text: string) => number>> = {
  characters: (text) => Array.from(text).length,
  bytes: (text) => encoder.encode(text).length,
  utf16_units: (text) => text.length,
  graphemes: (text) => graphemes(text).length,
  x_weight: xWeight,
};

const graphemeSegmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Nothing in it joins with its neighbour; segmenting is slow and most texts are plain. */
const PLAIN = /^[\x20-\x7E]*$/;

/** What a reader sees as single characters: a family emoji or a letter with its accents is one. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(graphemeSegmenter.segment(text), ({ segment }) => segment);
}

/** A link counts 23 whatever its length (Publer, Buffer, 2026-11). */
const X_LINK = /https?:\/\/\S+/g;
const X_LINK_WEIGHT = 23;

/** Whole emoji, flags and keycaps among them, which X counts as one character of two. */
const EMOJI = /^(?:\p{RGI_Emoji}|.*\p{Extended_Pictographic}.*)$/sv;

/** X counts letters of most alphabets once, everything else (CJK, emoji) twice: its "Counting characters" page, v3. */
function xWeight(text: string): number {
  const links = text.match(X_LINK)?.length ?? 0;
  let weight = links * X_LINK_WEIGHT;
  for (const grapheme of graphemes(text.replace(X_LINK, '').normalize('NFC'))) {
    if (EMOJI.test(grapheme)) weight += 2;
    else for (const character of grapheme) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isLight(codePoint: number): boolean {
  return (
    codePoint <= 0x10ff ||
    (codePoint >= 0x2000 && codePoint <= 0x200d) ||
    (codePoint >= 0x2010 && codePoint <= 0x201f) ||
    (codePoint >= 0x2032 && codePoint <= 0x2037)
  );
}
