import { opensWithItself } from '../../../text/phrases/stock-phrases.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** The description begins with what viewers get: search results show the first line alone. */
export const descriptionOpeningCheck: MetadataCheck<'description_opening'> = {
  names: ['description_opening'],
  measure({ description }, { language }) {
    const isAboutItself = opensWithItself(description, language);
    return [
      {
        name: 'description_opening',
        ok: !isAboutItself,
        value: isAboutItself ? 1 : 0,
        limit: 0,
        unit: 'stock_phrases',
        path: 'description',
        message: 'The description has to begin with what viewers get, not with "In this video".',
        severity: 'report',
      },
    ];
  },
};
