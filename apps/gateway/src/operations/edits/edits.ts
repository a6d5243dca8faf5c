import { formOperation } from '../form-operation.ts';
import { sizedPrice } from '../images/sized-price.ts';

/** Changed pictures, whichever wire asks for them. */
export const edits = formOperation({
  kind: 'edits',
  callType: 'aimage_edit',
  isCached: false,
  defaults: ['n', 'size', 'quality', 'background', 'output_format', 'response_format', 'user'],
  priceOf: sizedPrice,
});
