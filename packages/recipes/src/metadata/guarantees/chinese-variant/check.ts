import { chineseScriptOf, foreignVariants } from '../../../language/chinese-variants.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { languageAt, textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** Chinese that was asked for in traditional or simplified characters is written in them. */
export const chineseVariantCheck: MetadataCheck<'chinese_variant'> = {
  names: ['chinese_variant'],
  measure(draft, input) {
    if (![input.language, ...input.locales].some((tag) => chineseScriptOf(tag) !== undefined)) return [];
    const failed = textsOf(draft).flatMap(({ path, text }) => {
      const language = languageAt(path, input);
      const foreign = foreignVariants(text, language);
      if (foreign.length === 0) return [];
      return [
        {
          name: 'chinese_variant',
          ok: false,
          value: foreign.length,
          limit: 0,
          unit: 'characters',
          path,
          // Characters give way to others; no word is taken out.
          removed: [],
          message: `"${foreign.slice(0, 5).join('')}" is not written so in ${language}.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'chinese_variant', 'characters', 'Every text is written as in its language.');
  },
};
