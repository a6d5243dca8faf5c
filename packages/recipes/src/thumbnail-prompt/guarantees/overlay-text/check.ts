import { words } from '../../../text/words.ts';
import { conceptsOf, MOST_OVERLAY_WORDS } from '../../draft.ts';
import { overlayPath, type ThumbnailCheck } from '../guarantee.ts';

/** The words on each picture can be read on a phone and say something that the title does not. */
export const overlayTextCheck: ThumbnailCheck<'overlay_text'> = {
  names: ['overlay_text'],
  measure(draft, input) {
    if (input.text_policy === 'none') return [];
    return conceptsOf(draft).map(({ concept: { overlay_text: text } }, index) => {
      const count = words(text).length;
      const repeatsTitle = input.title !== '' && text.toLowerCase() === input.title.toLowerCase();
      const isFree =
        input.overlay_text === text || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
      return {
        name: 'overlay_text',
        ok: text !== '' && (isFree || count <= MOST_OVERLAY_WORDS) && !repeatsTitle,
        value: count,
        limit: MOST_OVERLAY_WORDS,
        unit: 'words',
        path: overlayPath(index),
        message: repeatsTitle
          ? 'The words on the picture only repeat the title.'
          : `"${text}" has ${count} words; one to ${MOST_OVERLAY_WORDS} can be read.`,
        severity: 'report',
      };
    });
  },
};
