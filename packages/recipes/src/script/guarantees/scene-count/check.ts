import { FEWEST_SCENES, voiceOf } from '../../draft.ts';
import { planScenes } from '../../plan.ts';
import type { ScriptInput } from '../../schema.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** There are as many scenes as the caller wants; where they leave it open, enough for a video with more than one picture. */
export const sceneCountCheck: ScriptCheck<'scene_count'> = {
  names: ['scene_count'],
  measure({ scenes }, input) {
    const wanted = input.scenes ?? fewestScenes(input);
    const ok = input.scenes === undefined ? scenes.length >= wanted : scenes.length === wanted;
    if (ok && input.scenes === undefined) return [];
    const asked =
      input.scenes === undefined ? `${input.duration} s want at least ${wanted}` : `${wanted} are asked for`;
    return [
      {
        name: 'scene_count',
        ok,
        value: scenes.length,
        limit: wanted,
        unit: 'scenes',
        message: `${scenes.length} ${scenes.length === 1 ? 'scene was' : 'scenes were'} written; ${asked}.`,
        severity: 'report',
      },
    ];
  },
};

/** Hook and two scenes more, where there is time for them. */
function fewestScenes(input: ScriptInput): number {
  return Math.min(FEWEST_SCENES, planScenes(input, voiceOf(input)).length);
}
