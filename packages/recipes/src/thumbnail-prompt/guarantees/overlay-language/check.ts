import { foreignWord } from '../../../language/scripts.ts';
import { pathOf } from '../../draft.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** No word on a picture is in letters that the video's language does not have. */
export const overlayLanguageCheck: ThumbnailCheck<'overlay_language'> = {
  names: ['overlay_language'],
  measure({ concepts }, { language, text_policy, overlay_text }) {
    if (text_policy === 'none' || overlay_text !== undefined) return [];
    return concepts.flatMap(({ variable, overlay_text: text }, index) => {
      if (variable !== 'baseline' && variable !== 'overlay_text') return [];
      const word = foreignWord(text, language);
      return [
        {
          name: 'overlay_language',
          ok: word === undefined,
          value: word ?? null,
          limit: language,
          unit: 'language',
          path: pathOf(index, 'overlay_text'),
          message: `The words on the picture have to be in ${language}: "${text}".`,
          severity: 'report',
        },
      ];
    });
  },
};
