import { formOperation } from '../form-operation.ts';
import { sizedPrice } from '../images/sized-price.ts';

/** Variations of a picture, whichever wire asks for them. */
export const variations = formOperation({
  kind: 'variations',
  callType: 'aimage_variation',
  isCached: false,
  defaults: ['n', 'size', 'response_format', 'user'],
  priceOf: sizedPrice,
});
