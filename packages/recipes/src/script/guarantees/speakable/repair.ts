import { splitSentences } from '../../../text/sentences.ts';
import { voiceOf, withoutScenes, type DraftScene, type ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { speakableScene } from '../../speakable-scene.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { saysNothing, unspeakable, speakableCheck } from './check.ts';

/**
 * Code takes markup, labels and directions away; a narration that cannot be spoken even so is asked for again. What may
 * be a direction and came again goes in the end, as do a sentence that nobody can speak and a scene that has no others.
 */
export const speakableGuarantee = scriptGuarantee(speakableCheck, {
  fix: { outcome: 'fixed', apply: (draft, input) => spoken(draft, input, { insistent: false }) },
  settle: {
    outcome: ({ unit }) => (unit === 'words' ? 'dropped' : 'fixed'),
    apply(draft, _failed, input) {
      const { scenes, ...rest } = spoken(draft, input, { insistent: true });
      return withoutSilence({ ...rest, scenes: scenes.map((scene) => withoutUnspeakable(scene, input)) }, input);
    },
  },
  parts(failed, fixed, input) {
    const isSpeakable = ({ narration }: DraftScene) =>
      /\p{L}/u.test(narration) && unspeakable(narration, input).length === 0;
    const fine = new Set(fixed.scenes.filter(isSpeakable).map(({ id }) => id));
    return narrations(failed, fixed).filter(({ finding }) => !fine.has(finding.sceneId ?? ''));
  },
});

function spoken(draft: ScriptDraft, { language }: ScriptInput, how: { insistent: boolean }): ScriptDraft {
  return { ...draft, scenes: draft.scenes.map((scene) => speakableScene(scene, language, how)) };
}

/** Without scenes of which a voice can say nothing, where a script is left. */
function withoutSilence(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const isSilent = (scene: DraftScene) => saysNothing(scene) || unspeakable(scene.narration, input).length > 0;
  const silent = draft.scenes.filter(isSilent).map(({ id: sceneId }) => ({ sceneId }));
  return silent.length === 0 ? draft : withoutScenes(draft, silent);
}

/** A scene without the sentences that have a gap or an address in them; as it was where no others are left. */
function withoutUnspeakable(scene: DraftScene, input: ScriptInput): DraftScene {
  if (unspeakable(scene.narration, input).length === 0) return scene;
  const kept = splitSentences(scene.narration).filter((sentence) => unspeakable(sentence, input).length === 0);
  const narration = joinSentences(kept, voiceOf(input));
  if (!/\p{L}/u.test(narration)) return scene;
  const emphasis = scene.delivery.emphasis.filter((word) => narration.includes(word));
  return { ...scene, narration, delivery: { ...scene.delivery, emphasis } };
}
