import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { nameOfTarget } from '../exchange/fallbacks.ts';
import { everyFallback } from './fallback-groups.ts';
import type { ModelGroup } from './model-group.ts';
import type { Router } from './router.ts';

type Controls = Exchange['controls'];

/** By their groups, who may answer by the configuration; the groups are made anew with it. */
const known = new WeakMap<ModelGroup, readonly Deployment[]>();

/** Who may answer a request: those of its group, those who stand in for it, and those who stand in for them. */
export function candidatesFor(
  { request, controls }: Exchange,
  router: Router,
  routing: RoutingSettings,
): readonly Deployment[] {
  const group = router.resolve(request.model);
  if (!group) return [];
  if (controls.fallbacksDisabled) return group.deployments;
  if (wishesOthers(controls)) return withStandIns(group, router, routing, controls);
  let candidates = known.get(group);
  if (!candidates) known.set(group, (candidates = withStandIns(group, router, routing, controls)));
  return candidates;
}

/** Whether a request says something of fallbacks in place of the configuration. */
function wishesOthers({ fallbacks, contextWindowFallbacks, contentPolicyFallbacks, maxFallbacks }: Controls): boolean {
  return (fallbacks ?? contextWindowFallbacks ?? contentPolicyFallbacks ?? maxFallbacks) !== undefined;
}

function withStandIns(
  group: ModelGroup,
  router: Router,
  routing: RoutingSettings,
  controls: Controls,
): readonly Deployment[] {
  if (everyFallback(group.name, routing, controls).length === 0) return group.deployments;
  const most = controls.maxFallbacks ?? routing.maxFallbacks;
  const reached = new Map([[group.name, group]]);
  let last = [group];
  for (let depth = 0; depth < most && last.length > 0; depth++) {
    const targets = last.flatMap(({ name }) => everyFallback(name, routing, controls)).map(nameOfTarget);
    last = [];
    for (const target of targets) {
      const next = router.resolve(target);
      if (!next || reached.has(next.name)) continue;
      reached.set(next.name, next);
      last.push(next);
    }
  }
  return [...reached.values()].flatMap(({ deployments }) => deployments);
}
