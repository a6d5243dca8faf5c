import { speakingSeconds, type Voice } from '../speech/voice.ts';
import type { DraftScene } from './draft.ts';
import type { ScriptOutput } from './schema.ts';
import { tenth } from './tolerance.ts';

/** Scenes with their times, one after the other from `from` on, in seconds to a tenth. */
export function timedScenes(scenes: readonly DraftScene[], voice: Voice, from = 0): ScriptOutput['scenes'] {
  let now = from;
  return scenes.map((scene) => {
    const start = now;
    now += sceneSeconds(scene, voice);
    return {
      ...scene,
      start_seconds: tenth(start),
      end_seconds: tenth(now),
      estimated_seconds: tenth(tenth(now) - tenth(start)),
    };
  });
}

const measured = new WeakMap<DraftScene, { readonly voice: Voice; readonly seconds: number }>();

/** Seconds that a scene takes to speak; measured once for a scene and a voice, asked for by plan, check and delivery. */
export function sceneSeconds(scene: DraftScene, voice: Voice): number {
  const known = measured.get(scene);
  if (known?.voice === voice) return known.seconds;
  const seconds = speakingSeconds(scene.narration, voice);
  measured.set(scene, { voice, seconds });
  return seconds;
}

export function scriptSeconds(scenes: readonly DraftScene[], voice: Voice): number {
  return scenes.reduce((sum, scene) => sum + sceneSeconds(scene, voice), 0);
}
