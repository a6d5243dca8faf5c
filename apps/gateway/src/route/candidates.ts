import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { Deployment } from '../exchange/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { nameOfTarget } from '../exchange/fallbacks.ts';
import { fallbackGroups } from './fallback-groups.ts';
import type { Router } from './router.ts';

/** Who may answer a request: those of its group, and those who stand in for it. */
export function candidatesFor(
  { request, controls }: Exchange,
  router: Router,
  routing: RoutingSettings,
): readonly Deployment[] {
  const group = router.resolve(request.model);
  if (!group) return [];
  if (controls.fallbacksDisabled) return group.deployments;
  const others = fallbackGroups(group.name, undefined, routing, controls);
  if (others.length === 0) return group.deployments;
  const standIns = others.flatMap((target) => router.resolve(nameOfTarget(target))?.deployments ?? []);
  return [...group.deployments, ...standIns];
}
