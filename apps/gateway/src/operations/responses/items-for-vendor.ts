import type { ResponseItem } from '@showrunner/providers';
import type { ResponsesWire } from '../../wires/responses-wire.ts';

/**
 * Items that are kept here, for a vendor that keeps its own: it does not know their ids, and takes reasoning back only
 * where it sealed it itself, which it did not.
 */
export function itemsForVendor(items: readonly ResponseItem[]): ResponseItem[] {
  return items.filter(({ type }) => type !== 'reasoning').map(({ id: _id, ...item }) => item);
}

/** An input for such a vendor: reasoning that another vendor signed is taken out, because it refuses what it cannot open. */
export function inputForVendor(
  input: readonly ResponseItem[],
  wire: Pick<ResponsesWire, 'isForeignReasoning'>,
): readonly ResponseItem[] {
  return input.some((item) => wire.isForeignReasoning(item))
    ? input.filter((item) => !wire.isForeignReasoning(item))
    : input;
}
