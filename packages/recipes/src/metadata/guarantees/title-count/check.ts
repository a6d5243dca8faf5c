import type { MetadataCheck } from '../guarantee.ts';

/** There are as many titles as the caller wants. */
export const titleCountCheck: MetadataCheck<'title_count'> = {
  names: ['title_count'],
  measure: ({ titles }, { variants }) => [
    {
      name: 'title_count',
      ok: titles.length === variants,
      value: titles.length,
      limit: variants,
      unit: 'titles',
      message: `${titles.length} titles were written; ${variants} are asked for.`,
      severity: 'report',
    },
  ],
};
