import type { Voice } from '../speech/voice.ts';
import { splitSentences } from '../text/sentences.ts';
import type { DraftScene } from './draft.ts';
import { joinSentences } from './telling/spoken-lines.ts';

/** A scene without some of its sentences, each taken out as often as it is named, the last of equal ones first. */
export function withoutSentences(scene: DraftScene, gone: readonly string[], voice: Voice): DraftScene {
  if (gone.length === 0) return scene;
  const kept = splitSentences(scene.narration);
  for (const sentence of gone) {
    const at = kept.lastIndexOf(sentence);
    if (at >= 0) kept.splice(at, 1);
  }
  const narration = joinSentences(kept, voice);
  const emphasis = scene.delivery.emphasis.filter((word) => narration.includes(word));
  return { ...scene, narration, delivery: { ...scene.delivery, emphasis } };
}
