import { voiceOf, type DraftScene } from '../../draft.ts';
import type { SceneEvent } from '../../events.ts';
import { plainText } from '../../plain-texts.ts';
import type { ScriptInput } from '../../schema.ts';
import { speakableScene } from '../../speakable-scene.ts';
import { timedScenes } from '../../timing.ts';

/** Scenes as they are told: timed from `start` (seconds) on, and without what code will take out of their texts. */
export function toldScenes(
  scenes: readonly DraftScene[],
  input: ScriptInput,
  start = 0,
): readonly SceneEvent['data'][] {
  const plain = scenes.map((scene) => plainScene(scene, input));
  return timedScenes(plain, voiceOf(input), start);
}

/** A scene without what code will take out of its texts. */
export function plainScene(scene: DraftScene, { language }: ScriptInput): DraftScene {
  return {
    ...speakableScene(scene, language, { insistent: false }),
    on_screen_text: plainText(scene.on_screen_text, 'sentence', language),
  };
}
