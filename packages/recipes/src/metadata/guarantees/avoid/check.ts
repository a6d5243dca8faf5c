import { orPassed } from '../../../port/or-passed.ts';
import { findTerms } from '../../../text/terms/terms.ts';
import { textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** None of the words to avoid occurs in any text that was written. */
export const avoidCheck: MetadataCheck<'avoid'> = {
  names: ['avoid'],
  measure(draft, { avoid, language }) {
    if (avoid.length === 0) return [];
    const failed = textsOf(draft).flatMap(({ path, text }) => {
      const found = findTerms(text, avoid, language);
      if (found.length === 0) return [];
      return [
        {
          name: 'avoid',
          ok: false,
          value: found.length,
          limit: 0,
          unit: 'words',
          path,
          removed: [text],
          message: `May not occur: ${found.join(', ')}.`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'avoid', 'words', 'None of the words to avoid occurs.');
  },
};
