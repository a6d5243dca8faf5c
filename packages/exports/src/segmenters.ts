const segmenters = new Map<string, Intl.Segmenter>();
/** More languages than anybody asks for at a time. */
const MOST_KEPT = 100;

/** A segmenter, made once for a language: to make one costs more than to segment a scene. */
export function segmenterFor(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  if (segmenters.size < MOST_KEPT) segmenters.set(key, segmenter);
  return segmenter;
}

const graphemeSegmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What readers see as single characters. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemeSegmenter.segment(text), ({ segment }) => segment);
}
