import { scriptGuarantee } from '../guarantee.ts';
import { sourcesCheck } from './check.ts';

/** A source that nobody supplied is no source. */
export const sourcesGuarantee = scriptGuarantee(sourcesCheck, {
  fix: {
    outcome: 'replaced',
    apply(draft, { sources }) {
      const known = new Set(sources.map(({ id }) => id));
      const claims = draft.claims.map(({ text, source_id: id }) => ({
        text,
        source_id: id !== null && known.has(id) ? id : null,
      }));
      return { ...draft, claims };
    },
  },
});
