import type { ScriptCheck } from '../guarantee.ts';

/** There are as many scenes as the caller wants. */
export const sceneCountCheck: ScriptCheck<'scene_count'> = {
  names: ['scene_count'],
  measure(draft, { scenes }) {
    if (scenes === undefined) return [];
    return [
      {
        name: 'scene_count',
        ok: draft.scenes.length === scenes,
        value: draft.scenes.length,
        limit: scenes,
        unit: 'scenes',
        message: `${draft.scenes.length} scenes were written; ${scenes} are asked for.`,
        severity: 'report',
      },
    ];
  },
};
