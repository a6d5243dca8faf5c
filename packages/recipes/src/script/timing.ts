import { speakingSeconds, type Voice } from '../speech/voice.ts';
import type { DraftScene } from './draft.ts';
import type { ScriptOutput } from './schema.ts';

/** Estimates this far from the target, as a fraction of it, still fit. */
export const DURATION_TOLERANCE = 0.1;

/** Scenes with their times, one after the other, in seconds to a tenth. */
export function timedScenes(scenes: readonly DraftScene[], voice: Voice): ScriptOutput['scenes'] {
  let now = 0;
  return scenes.map((scene) => {
    const start = now;
    now += speakingSeconds(scene.narration, voice);
    return {
      ...scene,
      start_seconds: tenth(start),
      end_seconds: tenth(now),
      estimated_seconds: tenth(tenth(now) - tenth(start)),
    };
  });
}

export function scriptSeconds(scenes: readonly DraftScene[], voice: Voice): number {
  return scenes.reduce((sum, { narration }) => sum + speakingSeconds(narration, voice), 0);
}

export function isWithinTolerance(seconds: number, target: number): boolean {
  return Math.abs(tenth(seconds) - target) <= target * DURATION_TOLERANCE + 1e-9;
}

export function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
