import { foreignWord } from '../../../language/scripts.ts';
import { conceptsOf } from '../../draft.ts';
import { overlayPath, type ThumbnailCheck } from '../guarantee.ts';

/** No word on a picture is in letters that the video's language does not have. */
export const overlayLanguageCheck: ThumbnailCheck<'overlay_language'> = {
  names: ['overlay_language'],
  measure(draft, { language, text_policy, overlay_text }) {
    if (text_policy === 'none' || overlay_text !== undefined) return [];
    return conceptsOf(draft).map(({ concept }, index) => {
      const word = foreignWord(concept.overlay_text, language);
      return {
        name: 'overlay_language',
        ok: word === undefined,
        value: word ?? null,
        limit: language,
        unit: 'language',
        path: overlayPath(index),
        message: `The words on the picture have to be in ${language}: "${concept.overlay_text}".`,
        severity: 'report',
      };
    });
  },
};
