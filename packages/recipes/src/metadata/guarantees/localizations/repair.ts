import { metadataGuarantee, namedParts } from '../guarantee.ts';
import { localizationsCheck } from './check.ts';

/** A translation is asked for again; one that stays in another language is left out. */
export const localizationsGuarantee = metadataGuarantee(localizationsCheck, {
  parts: namedParts,
  settle: {
    outcome: 'dropped',
    apply(draft, failed) {
      const paths = new Set(failed.map(({ path }) => path));
      const kept = Object.entries(draft.localizations).filter(([locale]) => !paths.has(`localizations.${locale}`));
      return kept.length === Object.keys(draft.localizations).length
        ? draft
        : { ...draft, localizations: Object.fromEntries(kept) };
    },
  },
});
