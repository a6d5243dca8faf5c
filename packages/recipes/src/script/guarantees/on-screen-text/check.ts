import { orPassed } from '../../../port/or-passed.ts';
import { words } from '../../../text/words.ts';
import type { ScriptCheck } from '../guarantee.ts';

export const MOST_ON_SCREEN_WORDS = 8;

/** Screen texts are short enough to read in passing. */
export const onScreenTextCheck: ScriptCheck<'on_screen_text'> = {
  names: ['on_screen_text'],
  measure({ scenes }) {
    const failed = scenes.flatMap(({ id, on_screen_text: text }, index) => {
      const count = words(text).length;
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
