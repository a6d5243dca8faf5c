import type { ProviderError } from '@showrunner/providers';
import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ModelGroup } from '../route/model-group.ts';
import { ordersOf } from '../route/order-of-deployments.ts';

/** What a later order of the same models would answer in the same way (LiteLLM 1.108.7, `router.py`). */
const SAME_EVERYWHERE = new Set(['context_window', 'content_policy']);

/**
 * Whether the next deployment, which was not asked yet, may be asked though no retry is left: a later `order` stands in
 * for the one before it as a fallback does, and with `enable_weighted_failover` every other deployment of the group.
 */
export function standsIn(
  next: Deployment,
  { failed, failure }: { readonly failed: Deployment; readonly failure: ProviderError },
  { controls }: Exchange,
  { weightedFailover }: Pick<RoutingSettings, 'weightedFailover'>,
): boolean {
  const isLater = failed.order !== undefined && (next.order ?? Infinity) > failed.order;
  return (isLater || weightedFailover) && !controls.fallbacksDisabled && !SAME_EVERYWHERE.has(failure.kind);
}

/**
 * Until when a deployment may say nothing: what remains of its group's turn is divided among its order and those behind
 * it, by `performance.now()`.
 */
export function endOfOrder(
  { deployments }: ModelGroup,
  { order }: Deployment,
  { lifetime, controls }: Exchange,
  endsAt: number,
): number {
  if (order === undefined || controls.fallbacksDisabled) return endsAt;
  const behind = ordersOf(deployments).filter(([first]) => (first?.order ?? Infinity) > order).length;
  if (behind === 0) return endsAt;
  const now = performance.now();
  return now + Math.min(lifetime.remainingMs(now), endsAt - now) / (behind + 1);
}
