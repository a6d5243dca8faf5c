import { badRequest, GatewayError } from '../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import type { ReadMember } from './members.ts';

/** How many one request changes at most, as in LiteLLM 1.108.7. */
const MOST = 500;

/** What became of one of many. */
export type Outcome<Item, Done> =
  | { readonly item: Item; readonly done: Done }
  | { readonly item: Item; readonly failure: string };

/** Changes each for itself, one after the other: what is refused keeps none of the others back. Rejects where it is no refusal. */
export async function eachForItself<Item, Done>(
  items: readonly Item[],
  change: (item: Item) => Promise<Done>,
): Promise<Outcome<Item, Done>[]> {
  const outcomes: Outcome<Item, Done>[] = [];
  for (const item of items) {
    try {
      outcomes.push({ item, done: await change(item) });
    } catch (error) {
      if (!(error instanceof GatewayError) || error.status >= 500) throw error;
      outcomes.push({ item, failure: error.message });
    }
  }
  return outcomes;
}

/** Several requests in one. */
export const readBodies: ReadMember = (value) =>
  Array.isArray(value) && value.every(isMapping) ? { value } : { problem: 'must be a list of objects' };

/** Throws a 400 for none, and for more than one request changes. */
export function manyIn<Item>(items: unknown, member: string): readonly Item[] {
  if (!Array.isArray(items) || items.length === 0) throw badRequest(`${member} must name at least one`, member);
  if (items.length <= MOST) return items as readonly Item[];
  throw badRequest(`${member} must name at most ${MOST} at once; these are ${items.length}`, member);
}

/** How many there were, and how many of them were changed. */
export function countsOf(outcomes: readonly Outcome<unknown, unknown>[]): Mapping {
  const failed = outcomes.filter((one) => 'failure' in one).length;
  return { total_requested: outcomes.length, successful_updates: outcomes.length - failed, failed_updates: failed };
}
