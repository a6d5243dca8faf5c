import type { RoutingStrategy } from '../../config/reading/routing-strategy.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { costBased } from './cost-based.ts';
import { latencyBased } from './latency-based.ts';
import { leastBusy } from './least-busy.ts';
import { simpleShuffle } from './simple-shuffle.ts';
import type { Strategy } from './strategy.ts';
import { usageBased } from './usage-based.ts';

/**
 * The strategy that a configuration names. What it remembers stands in the states of deployments, over reloads.
 *
 * @param groups lists of deployments among which it will often choose
 */
export function createStrategy(
  { name, buffer, keepSeconds }: RoutingStrategy,
  groups: readonly (readonly Deployment[])[] = [],
): Strategy {
  switch (name) {
    case 'simple-shuffle':
      return simpleShuffle;
    case 'least-busy':
      return leastBusy(groups);
    case 'usage-based-routing':
    case 'usage-based-routing-v2':
      return usageBased(groups);
    case 'latency-based-routing':
      return latencyBased({ buffer, keepSeconds }, groups);
    case 'cost-based-routing':
      return costBased(groups);
  }
}
