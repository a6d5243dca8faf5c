import { priceOf, type Use } from '@showrunner/models';
import type { Deployment } from '../exchange/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { expectedUses } from './expected-use.ts';

/** What a call may cost, in US dollars, and whether it is known to cost nothing. */
export interface ExpectedCost {
  readonly dollars: number;
  /** Each that may answer has a price, and it is 0. */
  readonly isFree: boolean;
}

/**
 * What a call may cost at the dearest that may answer it. A price that is not known counts 0, as in LiteLLM, and is none
 * of 0 all the same.
 */
export function expectedCost(exchange: Exchange, candidates: readonly Deployment[]): ExpectedCost {
  const uses = expectedUses(exchange);
  const costs = candidates.map(({ price }) => dearest(uses, price));
  return {
    dollars: costs.reduce<number>((most, cost) => Math.max(most, cost ?? 0), 0),
    isFree: costs.length > 0 && costs.every((cost) => cost === 0),
  };
}

function dearest(uses: readonly Use[], price: Deployment['price']): number | undefined {
  const costs = uses.flatMap((use) => priceOf(price, use) ?? []);
  return costs.length === 0 ? undefined : Math.max(...costs);
}
