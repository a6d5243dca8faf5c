import type { MetadataCheck } from '../guarantee.ts';

/** There are as many titles as the caller wants, and at least one. */
export const titleCountCheck: MetadataCheck<'title_count' | 'title_present'> = {
  names: ['title_count', 'title_present'],
  measure({ titles }, { variants }) {
    const count = {
      name: 'title_count',
      ok: titles.length === variants,
      value: titles.length,
      limit: variants,
      unit: 'titles',
      message: `${titles.length} of ${variants} titles that are asked for.`,
      severity: 'report',
    } as const;
    if (titles.length > 0) return [count];
    return [count, { ...count, name: 'title_present', limit: 1, message: 'There is no title.', severity: 'must' }];
  },
};
