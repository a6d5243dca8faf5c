import { chineseVariantIn } from '../../../findings/chinese-variant.ts';
import { chineseScriptOf } from '../../../language/chinese-variants.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { languageAt, textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** Chinese that was asked for in traditional or simplified characters is written in them. */
export const chineseVariantCheck: MetadataCheck<'chinese_variant'> = {
  names: ['chinese_variant'],
  measure(draft, input) {
    if (![input.language, ...input.locales].some((tag) => chineseScriptOf(tag) !== undefined)) return [];
    const failed = textsOf(draft).flatMap(({ path, text }) =>
      chineseVariantIn(text, languageAt(path, input), { path }),
    );
    return orPassed(failed, 'chinese_variant', 'characters', 'Every text is written as in its language.');
  },
};
