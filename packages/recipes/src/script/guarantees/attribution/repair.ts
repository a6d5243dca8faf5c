import type { ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { scriptGuarantee } from '../guarantee.ts';
import { attributionCheck, borrowedClaims, borrowedSentences } from './check.ts';

/** Claims get the id of the source that they come from; a borrowed sentence that no claim lists becomes one. */
export const attributionGuarantee = scriptGuarantee(attributionCheck, {
  fix: { outcome: 'fixed', apply: attributed },
});

function attributed(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const sources = new Map(borrowedClaims(draft, input).map(({ path, source }) => [path, source]));
  const claims = draft.claims.map((claim, index) => {
    const source = sources.get(`claims[${index}].source_id`);
    return source === undefined ? claim : { ...claim, source_id: source };
  });
  const named = sources.size === 0 ? draft : { ...draft, claims };
  const added = borrowedSentences(named, input).map(({ text, source }) => ({ text, source_id: source }));
  return added.length === 0 ? named : { ...named, claims: [...named.claims, ...added] };
}
