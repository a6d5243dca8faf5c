import { inOwnVariant } from '../../../language/chinese-variants.ts';
import { withTexts } from '../../texts.ts';
import { scriptGuarantee } from '../guarantee.ts';
import { chineseVariantCheck } from './check.ts';

/** OpenCC's phrases turn one way of writing into the other. */
export const chineseVariantGuarantee = scriptGuarantee(chineseVariantCheck, {
  fix: { outcome: 'fixed', apply: (draft, { language }) => withTexts(draft, (text) => inOwnVariant(text, language)) },
});
