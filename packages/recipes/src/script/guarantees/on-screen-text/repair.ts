import { trimAtWord } from '../../../text/trim.ts';
import { words } from '../../../text/words.ts';
import { scriptGuarantee } from '../guarantee.ts';
import { MOST_ON_SCREEN_WORDS, onScreenTextCheck } from './check.ts';

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
  if (words(text).length <= MOST_ON_SCREEN_WORDS) return text;
  const end = /^(?:\P{L}*[\p{L}\p{M}\p{N}'’]+){1,8}/u.exec(text)?.[0] ?? '';
  return trimAtWord(end, end.length, 'utf16_units');
}
