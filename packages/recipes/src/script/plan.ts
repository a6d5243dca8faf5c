import { unitsIn, type Voice } from '../speech/voice.ts';
import type { SceneRole, ScriptInput } from './schema.ts';

/** A scene's place in the script before a word is written. */
export interface SceneSlot {
  readonly role: SceneRole;
  readonly seconds: number;
  /** The budget in the voice's unit: words, or characters. */
  readonly units: number;
}

/** How long a scene of a role is beside the others: hooks and calls to action are short, points carry the video. */
const WEIGHTS: Readonly<Record<SceneRole, number>> = {
  hook: 0.7,
  setup: 0.9,
  point: 1.2,
  proof: 1.2,
  turn: 1,
  recap: 0.8,
  cta: 0.6,
};

const MOST_SCENES = 60;

export function planScenes(input: ScriptInput, voice: Voice): SceneSlot[] {
  const count = input.scenes ?? input.outline?.length ?? sceneCount(input.duration);
  return slotsFor(rolesFor(count), input.duration, voice);
}

/** Divides the duration among scenes by their roles. */
export function slotsFor(roles: readonly SceneRole[], duration: number, voice: Voice): SceneSlot[] {
  const total = roles.reduce((sum, role) => sum + WEIGHTS[role], 0);
  return roles.map((role) => {
    const seconds = (duration * WEIGHTS[role]) / total;
    return { role, seconds, units: unitsIn(seconds, voice) };
  });
}

/** Scenes grow longer with the video: 3 for 15 s, 5 for 45 s, 6 for a minute, 11 for three, 23 for ten. */
function sceneCount(duration: number): number {
  return Math.min(MOST_SCENES, Math.max(1, Math.round(0.5 * duration ** 0.6)));
}

/** A role for each scene: opens with the hook, closes with the call to action, points and their proof between. */
export function rolesFor(count: number): SceneRole[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return 'hook';
    if (count === 2) return 'point';
    if (index === count - 1) return 'cta';
    if (index === 1 && count >= 5) return 'setup';
    if (index === count - 2 && count >= 8) return 'recap';
    if (index === Math.floor(count * 0.6) && count >= 6) return 'turn';
    return index % 2 === 0 ? 'point' : 'proof';
  });
}
