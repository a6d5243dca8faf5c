import type { ScriptCheck } from '../guarantee.ts';

/** Claims name only sources that were supplied. */
export const sourcesCheck: ScriptCheck<'sources'> = {
  names: ['sources'],
  measure({ claims }, { sources }) {
    const known = new Set(sources.map(({ id }) => id));
    const invented = claims.flatMap(({ source_id: id }) => (id === null || known.has(id) ? [] : [id]));
    return [
      {
        name: 'sources',
        ok: invented.length === 0,
        value: invented.length,
        limit: 0,
        unit: 'invented_sources',
        path: 'claims',
        message:
          invented.length === 0 ? 'Only supplied sources are named.' : `Not among the sources: ${invented.join(', ')}.`,
        severity: 'must',
      },
    ];
  },
};
