import { orPassed } from '../../../port/or-passed.ts';
import { jaccard } from '../../../text/similarity.ts';
import { SAME_SHOT, shotWords } from '../../shots.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Every scene shows another picture than those before it, however they are framed. */
export const picturesDifferCheck: ScriptCheck<'visuals_differ'> = {
  names: ['visuals_differ'],
  measure({ scenes }) {
    const shown = scenes.map(({ visual }) => shotWords(visual));
    const failed = scenes.flatMap(({ id, visual }, index) => {
      const own = shown[index] ?? new Set();
      const overlap = Math.max(0, ...shown.slice(0, index).map((earlier) => jaccard(earlier, own)));
      if (overlap <= SAME_SHOT) return [];
      return [
        {
          name: 'visuals_differ',
          ok: false,
          value: Math.round(overlap * 100) / 100,
          limit: SAME_SHOT,
          unit: 'word_overlap',
          sceneId: id,
          path: `scenes[${index}].visual`,
          message: `"${visual}" is the picture of an earlier scene; this one has to show something else.`,
          severity: 'report',
        } as const,
      ];
    });
    return orPassed(failed, 'visuals_differ', 'scenes', 'Every scene shows another picture.');
  },
};
