import { languageName } from '../language/match.ts';
import { labelledLines, type LabelledLine } from '../prompts/labelled-lines.ts';
import { material } from '../prompts/material.ts';

const MATERIAL_CHARACTERS = 1500;

/**
 * The beginning of every small ask about one video, for thumbnails as for metadata: word for word the same, so that a
 * local model has it evaluated already when the second recipe asks.
 */
export function videoBrief(
  video: { readonly title: string; readonly language: string; readonly material: string },
  wishes: readonly LabelledLine[] = [],
): string {
  return labelledLines([
    ['Video title', video.title],
    ['Language', languageName(video.language)],
    ['What the video says', material(video.material, MATERIAL_CHARACTERS)],
    ...wishes,
  ]);
}
