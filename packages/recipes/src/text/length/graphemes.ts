const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Nothing in it joins with its neighbour; segmenting is slow and most texts are plain. */
const PLAIN = /^[\x20-\x7E]*$/;

/** What a reader sees as single characters: a family emoji or a letter with its accents is one. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
