import type { ResponseItem } from '@showrunner/providers';

/**
 * Items that are kept here, for a vendor that keeps its own: it does not know their ids, and takes reasoning back only
 * where it sealed it itself, which it did not.
 */
export function itemsForVendor(items: readonly ResponseItem[]): ResponseItem[] {
  return items.filter(({ type }) => type !== 'reasoning').map(({ id: _id, ...item }) => item);
}
