import type { ThumbnailCheck } from '../guarantee.ts';

/** There are as many concepts as the caller wants. */
export const conceptCountCheck: ThumbnailCheck<'variants'> = {
  names: ['variants'],
  measure({ changes }, { variants }) {
    const count = changes.length + 1;
    return [
      {
        name: 'variants',
        ok: count === variants,
        value: count,
        limit: variants,
        unit: 'concepts',
        path: 'changes',
        message: `${count} concepts were written; ${variants} are asked for.`,
        severity: 'report',
      },
    ];
  },
};
