import { withoutOpening } from '../../../text/phrases/stock-phrases.ts';
import { metadataGuarantee } from '../guarantee.ts';
import { descriptionOpeningCheck } from './check.ts';

/** "In this video" goes. */
export const descriptionOpeningGuarantee = metadataGuarantee(descriptionOpeningCheck, {
  fix: {
    outcome: 'fixed',
    apply: (draft, { language }) => ({ ...draft, description: withoutOpening(draft.description, language) }),
  },
});
