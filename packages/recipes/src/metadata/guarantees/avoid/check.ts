import { findTerms, textsIn } from '../../../text/terms.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** None of the words to avoid occurs in anything that was written. */
export const avoidCheck: MetadataCheck<'avoid'> = {
  names: ['avoid'],
  measure(draft, { avoid }) {
    if (avoid.length === 0) return [];
    return Object.entries(draft).map(([member, value]) => {
      const found = findTerms(textsIn(value).join('\n'), avoid);
      return {
        name: 'avoid',
        ok: found.length === 0,
        value: found.length,
        limit: 0,
        unit: 'words',
        path: member,
        message: found.length === 0 ? 'None of the words to avoid occurs.' : `May not occur: ${found.join(', ')}.`,
        severity: 'must',
      };
    });
  },
};
