import { priceOf, priceServedAs, type ModelPrice, type TierPrice, type Use } from '@showrunner/models';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { inDearestUnits } from './dearer-units.ts';
import { expectedUses, type AskedUse, type ExpectedLength } from './expected-use.ts';

/** What a call may cost, in US dollars, and what is known of it. */
export interface ExpectedCost {
  readonly dollars: number;
  /** Each that may answer has a price, and it is 0. */
  readonly isFree: boolean;
  /** One that may answer has no price that is known. */
  readonly isUnknown: boolean;
}

/**
 * What a call may cost at the dearest that may answer it. A price that is not known counts 0, as in LiteLLM, and is none
 * of 0 all the same.
 *
 * @param usual how many tokens its answer has that may have more; infinite for the longest that it may have
 */
export function expectedCost(exchange: Exchange, candidates: readonly Deployment[], usual?: number): ExpectedCost {
  const costs = exchange.foreseen
    ? [exchange.foreseen(usual)]
    : differing(candidates).map((candidate) => costAt(exchange, candidate, usual));
  return {
    dollars: costs.reduce<number>((most, cost) => Math.max(most, cost ?? 0), 0),
    isFree: costs.length > 0 && costs.every((cost) => cost === 0),
    isUnknown: costs.includes(undefined),
  };
}

/** Of lists of deployments, those that differ in what a call costs there: of a thousand that are alike one tells. */
const known = new WeakMap<readonly Deployment[], readonly Deployment[]>();

function differing(candidates: readonly Deployment[]): readonly Deployment[] {
  if (candidates.length === 1) return candidates;
  let unlike = known.get(candidates);
  if (!unlike) {
    const byCost = new Map(candidates.map((one) => [costKeyOf(one), one]));
    known.set(candidates, (unlike = [...byCost.values()]));
  }
  return unlike;
}

/** All of a deployment by which `costAt` goes. */
function costKeyOf({ price, facts, defaults }: Deployment): string {
  return JSON.stringify([price, facts?.maxOutputTokens, defaults]);
}

function costAt(exchange: Exchange, deployment: Deployment, usual: number | undefined): number | undefined {
  const { price, facts } = deployment;
  const asked = withDefaults(exchange, deployment);
  return costOfAsking(asked, price, usual === undefined ? undefined : { usual, longest: facts?.maxOutputTokens });
}

/** What a call may cost at this price, in US dollars; nothing where that is not known. */
export function costOfAsking(
  asked: AskedUse,
  price: ModelPrice | undefined,
  length?: ExpectedLength,
): number | undefined {
  return dearest(expectedUses(asked, length), priceServedAs(price, asked.request.service_tier), asked.request);
}

/** As a deployment is asked: what its entry says of members that the caller leaves out counts too. */
function withDefaults(exchange: Exchange, { defaults }: Deployment): AskedUse {
  for (const _ in defaults) {
    const { operation, request, requestBytes } = exchange;
    return { operation, requestBytes, request: { ...defaults, ...request } };
  }
  return exchange;
}

function dearest(uses: readonly Use[], price: TierPrice | undefined, request: Exchange['request']): number | undefined {
  if (!price) return undefined;
  const costs = uses.flatMap((use) => priceOf(price, inDearestUnits(use, price, request)) ?? []);
  return costs.length === 0 ? undefined : Math.max(...costs);
}
