import { primarySubtag } from './scripts.ts';
import { remembered } from './remembered.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** ICU's words of a language, told by its dictionaries in scripts that leave no space between them. */
export function wordSegmenter(language: string): Intl.Segmenter {
  const primary = primarySubtag(language);
  return remembered(segmenters, primary, () => new Intl.Segmenter(primary, { granularity: 'word' }));
}
