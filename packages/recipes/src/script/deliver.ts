import { newId, type Work } from '../port/effects.ts';
import { analysisOf } from '../text/analysis.ts';

import { narrationOf, voiceOf, type ScriptDraft } from './draft.ts';
import { unsupported } from './grounding.ts';
import type { ScriptInput, ScriptOutput } from './schema.ts';
import { scriptSeconds, timedScenes } from './timing.ts';
import { DURATION_TOLERANCE, isWithinTolerance, tenth } from './tolerance.ts';

export function* deliverScript(draft: ScriptDraft, input: ScriptInput): Work<ScriptOutput> {
  const voice = voiceOf(input);
  const scenes = timedScenes(draft.scenes, voice);
  const estimated = scriptSeconds(draft.scenes, voice);
  const narration = narrationOf(draft);
  return {
    id: yield* newId('scr'),
    title: draft.title,
    hook: draft.scenes[0]?.narration ?? '',
    logline: draft.logline,
    language: input.language,
    scenes,
    narration,
    cta: draft.cta,
    claims: draft.claims.map((claim) => ({
      ...claim,
      needs_check: claim.source_id === null || unsupported(claim.text, claim.source_id, input).length > 0,
      checked: false,
    })),
    duration: {
      target: input.duration,
      estimated: tenth(estimated),
      method: voice.method,
      rate: { value: Math.round(voice.perMinute * 10) / 10, unit: `${voice.unit}/min` },
      tolerance: DURATION_TOLERANCE,
      within_tolerance: isWithinTolerance(estimated, input.duration),
    },
    word_count: analysisOf(narration, draft).words.length,
    script: readableScript(draft.title, scenes),
  };
}

/** The whole for people: each scene with its time, what is spoken, what is seen. */
function readableScript(title: string, scenes: ScriptOutput['scenes']): string {
  const blocks = scenes.map((scene, index) =>
    [
      `${index + 1}. ${clock(scene.start_seconds)}–${clock(scene.end_seconds)}`,
      scene.narration,
      ...(scene.visual === '' ? [] : [`  ▸ ${scene.visual}`]),
      ...(scene.on_screen_text === '' ? [] : [`  ▸ “${scene.on_screen_text}”`]),
    ].join('\n'),
  );
  return [title, ...blocks].join('\n\n');
}

/** `95.4` → `1:35`. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
