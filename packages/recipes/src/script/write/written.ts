import { z } from 'zod';
import { sceneId, type DraftScene } from '../draft.ts';
import { rolesFor, type SceneSlot } from '../plan.ts';
import { wantedText, wordOf } from '../../reply/json/shape.ts';
import { broll, paces, type SceneRole } from '../schema.ts';

/** A scene as a large model writes it. */
export const writtenScene = z.object({
  narration: wantedText(),
  on_screen_text: z.string(),
  visual: wantedText(),
  broll: z.array(broll),
  pace: wordOf(paces, 'normal'),
  emphasis: z.array(z.string()).describe('Words of this narration to stress.'),
});

const writtenClaim = z.object({ text: z.string(), source_id: z.string().nullable() });

export const writtenScript = z.object({
  title: wantedText(),
  logline: wantedText().describe('One sentence: what the video shows and why it matters.'),
  scenes: z.array(writtenScene).min(1),
  cta: z.string().describe('The call to action as it is spoken in the last scene.'),
  claims: z.array(writtenClaim),
});

export const writtenOutline = z.object({
  title: wantedText(),
  logline: wantedText(),
  cta: z.string(),
  scenes: z.array(z.string().min(1)).min(1).describe('What each scene says, one sentence each, in order.'),
});

export const writtenPart = z.object({ scenes: z.array(writtenScene).min(1), claims: z.array(writtenClaim) });

export type WrittenScript = z.output<typeof writtenScript>;
export type WrittenPart = z.output<typeof writtenPart>;
export type WrittenOutline = z.output<typeof writtenOutline>;
export type WrittenScene = z.output<typeof writtenScene>;

/** Roles come from the plan when the model kept to it, else from the number of scenes that it wrote. */
export function draftScenes(written: readonly WrittenScene[], plan: readonly SceneSlot[]): DraftScene[] {
  const roles: readonly SceneRole[] =
    written.length === plan.length ? plan.map(({ role }) => role) : rolesFor(written.length);
  return written.map((scene, index) => draftScene(scene, index, roles[index] ?? 'point'));
}

export function draftScene({ pace, emphasis, ...scene }: WrittenScene, index: number, role: SceneRole): DraftScene {
  const visual = scene.visual || (scene.broll[0]?.description ?? '');
  return { id: sceneId(index), role, ...scene, visual, delivery: { pace, emphasis } };
}
