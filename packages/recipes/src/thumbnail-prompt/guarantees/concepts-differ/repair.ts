import { alternative } from '../../alternatives.ts';
import { changedFrom, indexIn, variablesFor, withConcept, withoutConcepts } from '../../draft.ts';
import { thumbnailGuarantee } from '../guarantee.ts';
import { conceptsDifferCheck } from './check.ts';

/** A change that changes nothing is asked for again; in the end code changes something else. */
export const conceptsDifferGuarantee = thumbnailGuarantee(conceptsDifferCheck, {
  parts: (failed, { concepts }, input) =>
    failed
      .filter(({ name }) => name === 'variants_differ')
      .map((finding) => {
        const index = indexIn(finding.path);
        const member = variablesFor(input).find((variable) => variable === concepts[index]?.variable);
        return { part: member === undefined ? { of: 'other', index } : { of: 'member', index, member }, finding };
      }),
  settle: {
    outcome: 'replaced',
    apply(draft, failed, input) {
      let settled = draft;
      const lost: number[] = [];
      for (const { name, path } of failed) {
        if (name !== 'variants_differ') continue;
        const index = indexIn(path);
        const change = alternative(settled);
        if (change === undefined) lost.push(index);
        else settled = withConcept(settled, index, changedFrom(settled.concepts[0], change, input));
      }
      return withoutConcepts(settled, lost);
    },
  },
});
