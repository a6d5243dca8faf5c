import { narrationOf } from '../../draft.ts';
import { includesPhrase } from '../../../text/terms/terms.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** What the caller wants said stands in the narration: the whole phrase, in equal letters and any case. */
export const mustIncludeCheck: ScriptCheck<'must_include'> = {
  names: ['must_include'],
  measure(draft, input) {
    const narration = narrationOf(draft);
    return input.must_include.map((phrase) => {
      const ok = includesPhrase(narration, phrase);
      return {
        name: 'must_include',
        ok,
        value: ok ? phrase : null,
        limit: phrase,
        unit: 'text',
        message: `The narration has to contain "${phrase}" letter by letter.`,
        severity: 'must',
      };
    });
  },
};
