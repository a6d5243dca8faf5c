import { voiceFor, type Voice } from '../speech/voice.ts';
import type { SceneRole, ScriptInput, ScriptOutput } from './schema.ts';

type OutputScene = ScriptOutput['scenes'][number];

/** A scene before code has timed it. */
export type DraftScene = Omit<OutputScene, 'start_seconds' | 'end_seconds' | 'estimated_seconds'>;

export interface ScriptDraft {
  readonly title: string;
  readonly logline: string;
  readonly cta: string;
  readonly scenes: readonly DraftScene[];
  readonly claims: readonly { readonly text: string; readonly source_id: string | null }[];
}

/** A scene of which only the words are known. */
export function spokenScene(index: number, role: SceneRole, narration: string): DraftScene {
  const delivery = { pace: 'normal' as const, emphasis: [] };
  return { id: sceneId(index), role, narration, on_screen_text: '', visual: '', broll: [], delivery };
}

export function sceneId(index: number): string {
  return `scene-${index + 1}`;
}

export function withScene(draft: ScriptDraft, index: number, change: Partial<DraftScene>): ScriptDraft {
  return { ...draft, scenes: draft.scenes.map((scene, at) => (at === index ? { ...scene, ...change } : scene)) };
}

/** Hook and two scenes more: less is no script. */
export const FEWEST_SCENES = 3;

/** The draft without the scenes that findings name; the same where no script would be left, with its hook in it. */
export function withoutScenes(draft: ScriptDraft, failed: readonly { readonly sceneId?: string }[]): ScriptDraft {
  const dropped = new Set(failed.map(({ sceneId: id }) => id));
  const scenes = draft.scenes.filter(({ id }) => !dropped.has(id));
  const isScript = scenes.length >= FEWEST_SCENES && scenes[0] === draft.scenes[0];
  return isScript ? { ...draft, scenes } : draft;
}

const voices = new WeakMap<ScriptInput, Voice>();

/** One voice object for a request, so that what was measured with it can be kept. */
export function voiceOf(input: ScriptInput): Voice {
  let voice = voices.get(input);
  if (voice === undefined) {
    const { language, pace, calibration } = input;
    voice = voiceFor({ language, pace, calibration });
    voices.set(input, voice);
  }
  return voice;
}

const narrations = new WeakMap<ScriptDraft, string>();

/** All that is spoken; put together once for a draft. */
export function narrationOf(draft: ScriptDraft): string {
  let narration = narrations.get(draft);
  if (narration === undefined) {
    narration = draft.scenes.map((scene) => scene.narration).join('\n\n');
    narrations.set(draft, narration);
  }
  return narration;
}
