import { inOwnVariant } from '../../../language/chinese-variants.ts';
import { withMember } from '../../draft.ts';
import { thumbnailGuarantee } from '../guarantee.ts';
import { chineseVariantCheck } from './check.ts';

/** OpenCC's phrases turn one way of writing into the other. */
export const chineseVariantGuarantee = thumbnailGuarantee(chineseVariantCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft, { language }) =>
      draft.concepts.reduce(
        (rest, { overlay_text: text }, index) => withMember(rest, index, 'overlay_text', inOwnVariant(text, language)),
        draft,
      ),
  },
});
