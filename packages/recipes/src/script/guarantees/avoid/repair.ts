import { findTerms } from '../../../text/terms.ts';
import { bannedTerms, type DraftScene } from '../../draft.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { avoidCheck } from './check.ts';

/** Claims, screen texts and emphasis give way by code; a scene that has such a word is asked for again. */
export const avoidGuarantee = scriptGuarantee(avoidCheck, {
  fix: {
    outcome: 'dropped',
    apply(draft, input) {
      const banned = bannedTerms(input);
      const isClean = (text: string) => findTerms(text, banned).length === 0;
      const fixScene = (scene: DraftScene): DraftScene => ({
        ...scene,
        on_screen_text: isClean(scene.on_screen_text) ? scene.on_screen_text : '',
        delivery: { ...scene.delivery, emphasis: scene.delivery.emphasis.filter(isClean) },
      });
      return {
        ...draft,
        scenes: draft.scenes.map(fixScene),
        claims: draft.claims.filter(({ text }) => isClean(text)),
      };
    },
  },
  parts: narrations,
});
