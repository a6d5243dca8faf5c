import { findTerms, textsIn } from '../../../text/terms.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Nothing that shall not be seen is described. */
export const avoidCheck: ThumbnailCheck<'avoid'> = {
  names: ['avoid'],
  measure(draft, input) {
    if (input.avoid.length === 0) return [];
    const { avoid: _, ...baseline } = draft.baseline;
    const found = findTerms(textsIn([baseline, draft.changes]).join('\n'), input.avoid);
    return [
      {
        name: 'avoid',
        ok: found.length === 0,
        value: found.length,
        limit: 0,
        unit: 'words',
        path: 'baseline',
        message:
          found.length === 0
            ? 'Nothing to avoid is shown.'
            : `Shall not be seen, but is described: ${found.join(', ')}.`,
        severity: 'must',
      },
    ];
  },
};
