import type { SceneSlot } from '../../plan.ts';

/** Spoken sentences with what dealing has to know of them. */
export interface DealtSentence {
  readonly text: string;
  /** In the voice's unit. */
  readonly units: number;
  /** Whether the next promised entry begins with it. */
  readonly beginsEntry: boolean;
}

/** What a scene may run over its share; the rest of what a model wrote too much is left out. */
const SLACK = 1.12;

/**
 * Deals sentences to the scenes of a plan, in order, each scene as near as can be to its share; where entries are
 * counted, an entry is a scene. Looks one sentence ahead and never back, so that scenes before the last one stay as
 * they are when more is written.
 */
export function dealSentences(
  sentences: readonly DealtSentence[],
  slots: readonly SceneSlot[],
  hasEntries: boolean,
): string[][] {
  const scenes: string[][] = [];
  let spoken = 0;
  for (const { text, units, beginsEntry } of sentences) {
    const target = sumUnits(slots.slice(0, Math.max(1, scenes.length)));
    const isFull = hasEntries ? beginsEntry : Math.abs(spoken - target) <= Math.abs(spoken + units - target);
    const mayOpen = scenes.length < slots.length;
    if (scenes.length === 0 || (isFull && mayOpen)) scenes.push([text]);
    else if (spoken + units <= target * SLACK) scenes.at(-1)?.push(text);
    else continue;
    spoken += units;
  }
  return scenes;
}

function sumUnits(slots: readonly SceneSlot[]): number {
  return slots.reduce((sum, { units }) => sum + units, 0);
}
