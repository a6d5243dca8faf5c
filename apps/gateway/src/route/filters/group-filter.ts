import type { RoutingSettings } from '../../config/sections/router-settings.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { ModelGroup } from '../model-group.ts';
import type { Budgets } from '../budgets.ts';
import { belowRate, inContextWindow, takingFormat } from './checks-before-calls.ts';
import type { DeploymentFilter } from './deployment-filter.ts';
import { inRegion } from './region.ts';
import { byTags } from './tags.ts';

/** Leaves of a group the deployments that a request may and can go to. Throws where none is left. */
export type GroupFilter = (group: ModelGroup, exchange: Exchange, request: ModelRequest) => ModelGroup;

/** The filters that a configuration asks for, and the one that requests ask for. */
export function createGroupFilter(routing: RoutingSettings, budgets: Budgets | undefined): GroupFilter {
  const filters = filtersOf(routing, budgets);
  return (group, exchange, request) => {
    let left = group.deployments;
    for (const filter of filters) {
      if (left.length > 0) left = filter(left, { group: group.name, exchange, request });
    }
    return left === group.deployments ? group : { ...group, deployments: left };
  };
}

function filtersOf(
  { tagFiltering, checksBeforeCalls }: RoutingSettings,
  budgets: Budgets | undefined,
): DeploymentFilter[] {
  return [
    inRegion,
    ...(tagFiltering ? [byTags(tagFiltering.matchesAny)] : []),
    ...(checksBeforeCalls ? [inContextWindow, takingFormat, belowRate] : []),
    ...(budgets ? [budgets.filter] : []),
  ];
}
