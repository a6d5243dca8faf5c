import { speakable } from '../text/speakable.ts';
import type { DraftScene } from './draft.ts';

/** A scene without what a voice cannot say and code can take out; as it was where nothing else would be left. */
export function speakableScene(scene: DraftScene, language: string, how: { insistent: boolean }): DraftScene {
  const { text } = speakable(scene.narration, language, how);
  const narration = /[\p{L}\p{N}]/u.test(text) ? text : scene.narration;
  const emphasis = scene.delivery.emphasis.filter((word) => narration.includes(word));
  return { ...scene, narration, delivery: { ...scene.delivery, emphasis } };
}
