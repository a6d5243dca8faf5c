import { orPassed } from '../../../port/or-passed.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Claims name only sources that were supplied. */
export const sourcesCheck: ScriptCheck<'sources'> = {
  names: ['sources'],
  measure({ claims }, { sources }) {
    const known = new Set(sources.map(({ id }) => id));
    const failed = claims.flatMap(({ source_id: id }, index) => {
      if (id === null || known.has(id)) return [];
      return [
        {
          name: 'sources',
          ok: false,
          value: id,
          limit: null,
          unit: 'source',
          path: `claims[${index}].source_id`,
          message: `"${id}" is not among the sources that were supplied.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'sources', 'claims', 'Only supplied sources are named.');
  },
};
