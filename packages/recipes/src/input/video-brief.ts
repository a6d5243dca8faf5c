import { languageName } from '../language/match.ts';

/** For small asks about what stands around a video. */
export const SMALL_EDITOR = 'You write the short plain texts around a video. Answer with what is asked only.';

const MATERIAL_CHARACTERS = 1500;

/**
 * The beginning of every small ask about one video, for thumbnails as for metadata: word for word the same, so that a
 * local model has it evaluated already when the second recipe asks.
 */
export function videoBrief(video: {
  readonly title: string;
  readonly language: string;
  readonly material: string;
}): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['Video title', video.title],
    ['Language', languageName(video.language)],
    ['What the video says', video.material.slice(0, MATERIAL_CHARACTERS)],
  ];
  return lines.flatMap(([label, value]) => (value === '' ? [] : [`${label}: ${value}`])).join('\n');
}
