import { orPassed } from '../../../port/or-passed.ts';
import { plainText } from '../../plain/plain-text.ts';
import { textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** No text has what a model leaves in it: markup, gaps to fill, addresses that nobody gave, times of its own. */
export const plainTextCheck: MetadataCheck<'plain_text'> = {
  names: ['plain_text'],
  measure(draft, input) {
    const failed = textsOf(draft).flatMap(({ path, text, form }) => {
      if (plainText(text, form, input) === text) return [];
      return [
        {
          name: 'plain_text',
          ok: false,
          value: 1,
          limit: 0,
          unit: 'texts',
          path,
          message: `Markup, gaps to fill, addresses that nobody gave and lists of times may not stand in "${text.slice(0, 80)}".`,
          severity: 'must',
        } as const,
      ];
    });
    return orPassed(failed, 'plain_text', 'texts', 'Every text is plain.');
  },
};
