import { inOwnVariant } from '../../../language/chinese-variants.ts';
import { languageAt, withTexts } from '../../texts.ts';
import { metadataGuarantee } from '../guarantee.ts';
import { chineseVariantCheck } from './check.ts';

/** OpenCC's phrases turn one way of writing into the other. */
export const chineseVariantGuarantee = metadataGuarantee(chineseVariantCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft, input) => withTexts(draft, (text, _form, path) => inOwnVariant(text, languageAt(path, input))),
  },
});
