import { chineseScriptOf, foreignVariants } from '../../../language/chinese-variants.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { frameTextsOf, narrationsOf, screenTextsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Chinese that was asked for in traditional or simplified characters is written in them. */
export const chineseVariantCheck: ScriptCheck<'chinese_variant'> = {
  names: ['chinese_variant'],
  measure(draft, { language }) {
    if (chineseScriptOf(language) === undefined) return [];
    const texts = [...frameTextsOf(draft), ...narrationsOf(draft), ...screenTextsOf(draft)];
    const failed = texts.flatMap(({ text, ...place }) => {
      const foreign = foreignVariants(text, language);
      if (foreign.length === 0) return [];
      return [
        {
          name: 'chinese_variant',
          ok: false,
          value: foreign.length,
          limit: 0,
          unit: 'characters',
          ...place,
          // Characters give way to others; no word is taken out.
          removed: [],
          message: `"${foreign.slice(0, 5).join('')}" is not written so in ${language}.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'chinese_variant', 'characters', `Every text is written as in ${language}.`);
  },
};
