import type { Finding } from '../../../port/finding.ts';
import type { Voice } from '../../../speech/voice.ts';
import { voiceOf, type ScriptDraft } from '../../draft.ts';
import { slotsFor } from '../../plan.ts';
import type { ScriptInput } from '../../schema.ts';
import { sceneSeconds, scriptSeconds } from '../../timing.ts';
import { DURATION_TOLERANCE, isWithinTolerance, tenth } from '../../tolerance.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** The whole is within the tolerance; where it is not, the scenes that carry the miss are named, each with its slot. */
export const durationCheck: ScriptCheck<'duration' | 'scene_duration'> = {
  names: ['duration', 'scene_duration'],
  measure(draft, input) {
    const voice = voiceOf(input);
    const seconds = scriptSeconds(draft.scenes, voice);
    const ok = isWithinTolerance(seconds, input.duration);
    const total: Finding<'duration'> = {
      name: 'duration',
      ok,
      value: tenth(seconds),
      limit: input.duration,
      unit: 'seconds',
      message: `The narration takes ${tenth(seconds)} s to speak; ${input.duration} s ± ${DURATION_TOLERANCE * 100} % are asked for.`,
      severity: 'target',
    };
    return ok ? [total] : [total, ...offTargetScenes(draft, input, voice, Math.sign(seconds - input.duration))];
  },
};

function offTargetScenes(
  draft: ScriptDraft,
  input: ScriptInput,
  voice: Voice,
  direction: number,
): Finding<'scene_duration'>[] {
  const slots = slotsFor(
    draft.scenes.map(({ role }) => role),
    input.duration,
    voice,
  );
  return draft.scenes.flatMap((scene, index) => {
    const slot = slots[index];
    const seconds = sceneSeconds(scene, voice);
    if (slot === undefined || (seconds - slot.seconds) * direction <= slot.seconds * DURATION_TOLERANCE) return [];
    return [
      {
        name: 'scene_duration',
        ok: false,
        value: tenth(seconds),
        limit: tenth(slot.seconds),
        unit: 'seconds',
        sceneId: scene.id,
        path: `scenes[${index}].narration`,
        message: `This scene takes ${tenth(seconds)} s; its share of the video is ${tenth(slot.seconds)} s, about ${slot.units} ${voice.unit}.`,
        severity: 'report',
      },
    ];
  });
}
