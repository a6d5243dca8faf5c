import { described } from '../../../image-models/concept.ts';
import { ordersIn, plainWords } from '../../../image-models/control-syntax.ts';
import type { Finding } from '../../../port/finding.ts';
import { pathOf } from '../../draft.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Descriptions are words: flags and weights in them would be orders to an image model. */
export const plainWordsCheck: ThumbnailCheck<'plain_words'> = {
  names: ['plain_words'],
  measure: ({ concepts }) => {
    const found = concepts.flatMap((concept, index) => {
      const own = described.filter((member) => index === 0 || concept.variable === member);
      return own.flatMap((member): Finding<'plain_words'>[] => {
        const orders = ordersIn(concept[member]);
        return orders.length === 0 ? [] : [failed(orders, concept[member], pathOf(index, member))];
      });
    });
    return found.length > 0 ? found : [PLAIN];
  },
};

const PLAIN: Finding<'plain_words'> = {
  name: 'plain_words',
  ok: true,
  value: 0,
  limit: 0,
  unit: 'orders',
  message: 'Descriptions hold no orders to image models.',
  severity: 'report',
};

function failed(orders: readonly string[], text: string, path: string): Finding<'plain_words'> {
  return {
    ...PLAIN,
    ok: false,
    value: orders.length,
    path,
    message: `Not words but orders to an image model: "${orders.join(' ')}"`,
    removed: plainWords(text).removed,
  };
}
