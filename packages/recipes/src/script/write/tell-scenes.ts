import { z } from 'zod';
import { event, progress } from '../../port/effects.ts';
import type { ScriptTold } from '../events.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { toldScenes } from './told-scenes.ts';
import { draftScene, writtenScene } from './written.ts';

/** Some scenes of a plan that one ask writes, and how many of all have been told by it and by those beside it. */
export interface Telling {
  readonly plan: readonly SceneSlot[];
  /** Where the first of them stands in the plan. */
  readonly first: number;
  readonly told: Set<number>;
}

/**
 * Tells each scene once, as soon as it is complete in the growing answer. What stands before the first one may not be
 * written yet, so that its start is the planned one.
 */
export function tellScenes({ plan, first, told }: Telling, input: ScriptInput) {
  const start = plan.slice(0, first).reduce((sum, { seconds }) => sum + seconds, 0);
  return (partial: unknown): ScriptTold[] => {
    const complete = z.array(writtenScene).safeParse(scenesIn(partial)).data ?? [];
    const drafts = complete.map((scene, at) => draftScene(scene, first + at, plan[first + at]?.role ?? 'point'));
    return toldScenes(drafts, input, start).flatMap((scene, at): ScriptTold[] => {
      if (told.has(first + at)) return [];
      told.add(first + at);
      return [
        event('scene', scene),
        progress(told.size, plan.length, `Scene ${first + at + 1} of ${plan.length} written`),
      ];
    });
  };
}

function scenesIn(partial: unknown): unknown {
  return typeof partial === 'object' && partial !== null && 'scenes' in partial ? partial.scenes : [];
}
