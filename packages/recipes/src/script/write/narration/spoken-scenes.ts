import type { DraftScene } from '../../draft.ts';
import type { SceneSlot } from '../../plan.ts';

/** How an ask for a scene's narration is named and told. */
export function placeOf(index: number, slots: readonly SceneSlot[]): { part: string; label: string } {
  return {
    part: `scenes[${index}].narration`,
    label: `Writing scene ${index + 1} of ${Math.max(slots.length, index + 1)}`,
  };
}

export function spokenIn(scenes: readonly DraftScene[]): string[] {
  return scenes.map(({ narration }) => narration);
}
