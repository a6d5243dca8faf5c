import { orPassed } from '../../../port/or-passed.ts';
import { findTerms } from '../../../text/terms/terms.ts';
import { bannedTerms } from '../../banned-terms.ts';
import { writtenTexts } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Neither the caller's `avoid` nor the brand's banned words occur in anything that was written. */
export const avoidCheck: ScriptCheck<'avoid'> = {
  names: ['avoid'],
  measure(draft, input) {
    const banned = bannedTerms(input);
    if (banned.length === 0) return [];
    const failed = writtenTexts(draft).flatMap(({ text, ...place }) =>
      findTerms(text, banned, input.language).map(
        (term) =>
          ({
            name: 'avoid',
            ok: false,
            value: term,
            limit: null,
            unit: 'words',
            ...place,
            message: `"${term}" may not occur, in any form.`,
            severity: 'must',
          }) as const,
      ),
    );
    return orPassed(failed, 'avoid', 'words', 'None of the words to avoid occurs.');
  },
};
