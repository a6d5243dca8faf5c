import { chineseVariantIn } from '../../../findings/chinese-variant.ts';
import { chineseScriptOf } from '../../../language/chinese-variants.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { pathOf } from '../../draft.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Chinese words on a picture are in the characters that were asked for; the caller's own stay as they are. */
export const chineseVariantCheck: ThumbnailCheck<'chinese_variant'> = {
  names: ['chinese_variant'],
  measure({ concepts }, { language, overlay_text: given }) {
    if (chineseScriptOf(language) === undefined || given !== undefined) return [];
    const failed = concepts.flatMap(({ overlay_text: text }, index) =>
      chineseVariantIn(text, language, { path: pathOf(index, 'overlay_text') }),
    );
    return orPassed(failed, 'chinese_variant', 'characters', `Words on pictures are written as in ${language}.`);
  },
};
