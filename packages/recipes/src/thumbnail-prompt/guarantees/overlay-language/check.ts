import { foreignPhrase } from '../../../language/foreign-phrase.ts';
import { foreignWord } from '../../../language/scripts.ts';
import { pathOf } from '../../draft.ts';
import type { ThumbnailInput } from '../../schema.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** No word on a picture is in letters that the video's language does not have, and none of several in Latin ones is but a name. */
export const overlayLanguageCheck: ThumbnailCheck<'overlay_language'> = {
  names: ['overlay_language'],
  measure({ concepts }, input) {
    const { language, text_policy, overlay_text } = input;
    if (text_policy === 'none' || overlay_text !== undefined) return [];
    return concepts.flatMap(({ variable, overlay_text: text }, index) => {
      if (variable !== 'baseline' && variable !== 'overlay_text') return [];
      const word = foreignIn(text, input);
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

/** What of a headline is in another language; undefined where nothing is. */
export function foreignIn(text: string, { language, title, material, keywords }: ThumbnailInput): string | undefined {
  const word = foreignWord(text, language);
  if (word !== undefined) return word;
  return foreignPhrase(text, language, () => [title, material, ...keywords]) === undefined ? undefined : text;
}
