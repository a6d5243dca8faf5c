import { z } from 'zod';
import { event, progress } from '../../../port/effects.ts';
import { voiceOf, type DraftScene } from '../../draft.ts';
import type { ScriptTold } from '../../events.ts';
import type { SceneSlot } from '../../plan.ts';
import type { ScriptInput } from '../../schema.ts';
import { timedScenes } from '../../timing.ts';
import { plainScene } from './told-scenes.ts';
import { draftScene, writtenScene, type WrittenScene } from '../written.ts';

const writtenScenes = z.array(writtenScene);

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
  let read: readonly unknown[] = [];
  let plain: readonly DraftScene[] = [];
  return (partial: unknown): ScriptTold[] => {
    const scenes = scenesIn(partial);
    // An answer grows by other members too.
    if (scenes.length === read.length) return [];
    const kept = plain.slice(0, alikeIn(scenes, read));
    read = [...scenes];
    const fresh = writtenScenes.safeParse(scenes.slice(kept.length)).data;
    plain = [...kept, ...(fresh ?? []).map((scene, at) => plainAt(scene, kept.length + at))];
    if (fresh === undefined) return [];
    // A model may write more than was planned.
    const total = Math.max(plan.length, first + plain.length);
    return timedScenes(plain, voiceOf(input), start).flatMap((scene, at): ScriptTold[] => {
      if (told.has(first + at)) return [];
      told.add(first + at);
      return [event('scene', scene), progress(told.size, total, `Scene ${first + at + 1} of ${total} written`)];
    });
  };

  function plainAt(scene: WrittenScene, at: number): DraftScene {
    return plainScene(draftScene(scene, first + at, plan[first + at]?.role ?? 'point'), input);
  }
}

/** How many scenes are the very ones that were read before: an answer grows, and one that is written again begins anew. */
function alikeIn(scenes: readonly unknown[], before: readonly unknown[]): number {
  const other = before.findIndex((scene, at) => scene !== scenes[at]);
  return other < 0 ? before.length : other;
}

function scenesIn(partial: unknown): readonly unknown[] {
  if (typeof partial !== 'object' || partial === null || !('scenes' in partial)) return [];
  return Array.isArray(partial.scenes) ? partial.scenes : [];
}
