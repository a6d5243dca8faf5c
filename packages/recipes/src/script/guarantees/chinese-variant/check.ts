import { chineseVariantIn } from '../../../findings/chinese-variant.ts';
import { chineseScriptOf } from '../../../language/chinese-variants.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { frameTextsOf, narrationsOf, screenTextsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Chinese that was asked for in traditional or simplified characters is written in them. */
export const chineseVariantCheck: ScriptCheck<'chinese_variant'> = {
  names: ['chinese_variant'],
  measure(draft, { language }) {
    if (chineseScriptOf(language) === undefined) return [];
    const texts = [...frameTextsOf(draft), ...narrationsOf(draft), ...screenTextsOf(draft)];
    const failed = texts.flatMap(({ text, ...place }) => chineseVariantIn(text, language, place));
    return orPassed(failed, 'chinese_variant', 'characters', `Every text is written as in ${language}.`);
  },
};
