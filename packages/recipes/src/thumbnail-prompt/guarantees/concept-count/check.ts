import type { ThumbnailCheck } from '../guarantee.ts';

/** There are as many concepts as the caller wants. */
export const conceptCountCheck: ThumbnailCheck<'variants'> = {
  names: ['variants'],
  measure({ concepts }, { variants }) {
    const count = concepts.length;
    return [
      {
        name: 'variants',
        ok: count === variants,
        value: count,
        limit: variants,
        unit: 'concepts',
        path: 'concepts',
        message: `${count} concepts were written; ${variants} are asked for.`,
        severity: 'report',
      },
    ];
  },
};
