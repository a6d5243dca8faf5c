import { fixSpeech } from '../../../text/speakable.ts';
import type { DraftScene } from '../../draft.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { unspeakable, speakableCheck } from './check.ts';

/** Code takes markup, labels and directions away; a narration that cannot be spoken even so is asked for again. */
export const speakableGuarantee = scriptGuarantee(speakableCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft) => ({ ...draft, title: fixSpeech(draft.title), scenes: draft.scenes.map(fixScene) }),
  },
  parts(failed, fixed, input) {
    const isSpeakable = ({ narration }: DraftScene) =>
      /\p{L}/u.test(narration) && unspeakable(narration, input).length === 0;
    const speakable = new Set(fixed.scenes.filter(isSpeakable).map(({ id }) => id));
    return narrations(failed, fixed).filter(({ finding }) => !speakable.has(finding.sceneId ?? ''));
  },
});

function fixScene(scene: DraftScene): DraftScene {
  const narration = fixSpeech(scene.narration);
  return {
    ...scene,
    narration: narration === '' ? scene.narration : narration,
    on_screen_text: fixSpeech(scene.on_screen_text),
    delivery: {
      ...scene.delivery,
      emphasis: scene.delivery.emphasis.filter((word) => narration.includes(word)),
    },
  };
}
