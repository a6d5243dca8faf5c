import { orPassed } from '../../../port/or-passed.ts';
import { unsupported } from '../../grounding.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** What a claim says stands in the source that it names: its numbers and names, else its words. */
export const claimsCheck: ScriptCheck<'claims'> = {
  names: ['claims'],
  measure({ claims }, input) {
    const known = new Set(input.sources.map(({ id }) => id));
    const failed = claims.flatMap(({ text, source_id: id }, index) => {
      const missing = id === null || !known.has(id) ? [] : unsupported(text, id, input);
      if (missing.length === 0) return [];
      return [
        {
          name: 'claims',
          ok: false,
          value: missing.join(', '),
          limit: id,
          unit: 'source',
          path: `claims[${index}].text`,
          message: `"${missing.join('", "')}" does not stand in the source "${id}"; the claim has to be checked.`,
          severity: 'report',
        } as const,
      ];
    });
    return orPassed(failed, 'claims', 'claims', 'What claims say stands in the sources that they name.');
  },
};
