import { orPassed } from '../../../port/or-passed.ts';
import type { ScriptCheck } from '../guarantee.ts';

export const MOST_ON_SCREEN_WORDS = 8;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The pieces of a text, words and what stands between them, also where a script writes no spaces. */
export function piecesOf(text: string): Intl.SegmentData[] {
  return Array.from(segmenter.segment(text));
}

export function wordsOnScreen(text: string): number {
  // Most scenes have none, and the segmenter takes microseconds to say so.
  if (text === '') return 0;
  return piecesOf(text).filter(({ isWordLike }) => isWordLike).length;
}

/** Screen texts are short enough to read in passing. */
export const onScreenTextCheck: ScriptCheck<'on_screen_text'> = {
  names: ['on_screen_text'],
  measure({ scenes }) {
    const failed = scenes.flatMap(({ id, on_screen_text: text }, index) => {
      const count = wordsOnScreen(text);
      if (count <= MOST_ON_SCREEN_WORDS) return [];
      return [
        {
          name: 'on_screen_text',
          ok: false,
          value: count,
          limit: MOST_ON_SCREEN_WORDS,
          unit: 'words',
          sceneId: id,
          path: `scenes[${index}].on_screen_text`,
          message: `On-screen text has ${count} words; ${MOST_ON_SCREEN_WORDS} can be read in passing.`,
          severity: 'report',
        } as const,
      ];
    });
    return orPassed(failed, 'on_screen_text', 'words', 'On-screen texts are short enough to read.');
  },
};
