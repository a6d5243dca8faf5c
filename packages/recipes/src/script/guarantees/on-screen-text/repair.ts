import { scriptGuarantee } from '../guarantee.ts';
import { MOST_ON_SCREEN_WORDS, onScreenTextCheck, piecesOf, wordsOnScreen } from './check.ts';

/** A screen text loses its last words. */
export const onScreenTextGuarantee = scriptGuarantee(onScreenTextCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft) => ({
      ...draft,
      scenes: draft.scenes.map((scene) => ({ ...scene, on_screen_text: shortened(scene.on_screen_text) })),
    }),
  },
});

function shortened(text: string): string {
  if (wordsOnScreen(text) <= MOST_ON_SCREEN_WORDS) return text;
  const pieces = piecesOf(text);
  const last = pieces.filter(({ isWordLike }) => isWordLike)[MOST_ON_SCREEN_WORDS];
  return text.slice(0, last?.index).replace(/[\s\p{Ps}\p{Pi}\p{Pd},;:、，；：]+$/u, '');
}
