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
  let seen = 0;
  return (partial: unknown): ScriptTold[] => {
    const scenes = scenesIn(partial);
    // An answer grows by other members too, and reading all of it again costs as much as writing it.
    if (scenes.length === seen) return [];
    seen = scenes.length;
    const complete = z.array(writtenScene).safeParse(scenes).data ?? [];
    const drafts = complete.map((scene, at) => draftScene(scene, first + at, plan[first + at]?.role ?? 'point'));
    // A model may write more than was planned.
    const total = Math.max(plan.length, first + complete.length);
    return toldScenes(drafts, input, start).flatMap((scene, at): ScriptTold[] => {
      if (told.has(first + at)) return [];
      told.add(first + at);
      return [event('scene', scene), progress(told.size, total, `Scene ${first + at + 1} of ${total} written`)];
    });
  };
}

function scenesIn(partial: unknown): readonly unknown[] {
  if (typeof partial !== 'object' || partial === null || !('scenes' in partial)) return [];
  return Array.isArray(partial.scenes) ? partial.scenes : [];
}
