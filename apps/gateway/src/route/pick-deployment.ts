import type { Deployment } from '../exchange/deployment/deployment.ts';
import { ordersOf, type Order } from './order-of-deployments.ts';
import { LEAST_TO_DRAW, type Moment, type Strategy } from './strategies/strategy.ts';

/** What a choice among deployments goes by. */
export interface PickOptions extends Moment {
  /** Deployments that this request has called already; they are chosen only when there is no other. */
  readonly tried: ReadonlySet<string>;
  readonly defaultMaxParallelRequests: number | undefined;
  readonly strategy: Strategy;
}

/** Chooses a deployment that can take a call now, or nothing. The lowest `order` that has one comes first. */
export function pickDeployment(deployments: readonly Deployment[], options: PickOptions): Deployment | undefined {
  const { strategy, tried } = options;
  const [only] = deployments;
  if (only && deployments.length === 1) {
    return canTake(only, options) ? strategy.choose(deployments, options) : undefined;
  }
  const orders = ordersOf(deployments);
  for (const order of orders) {
    const drawn = order.length < LEAST_TO_DRAW ? undefined : drawOf(order, options);
    if (drawn) return drawn;
    const fresh = order.filter((deployment) => canTake(deployment, options) && !tried.has(deployment.id));
    if (fresh.length > 0) return strategy.choose(fresh, options);
  }
  for (const order of orders) {
    const able = order.filter((deployment) => canTake(deployment, options));
    if (able.length > 0) return strategy.choose(able, options);
  }
  return undefined;
}

/** One of a large order without a look at each of it, so that a thousand deployments cost no more than ten. */
function drawOf(order: Order, options: PickOptions): Deployment | undefined {
  return options.strategy.draw?.(order, {
    ...options,
    canTake: (deployment) => canTake(deployment, options),
    isFresh: ({ id }) => !options.tried.has(id),
  });
}

function canTake(deployment: Deployment, { states, now, defaultMaxParallelRequests }: PickOptions): boolean {
  if (deployment.problem !== undefined || deployment.isBlocked) return false;
  const state = states.of(deployment);
  const most = deployment.maxParallelRequests ?? defaultMaxParallelRequests;
  return state.cooledUntil <= now && (most === undefined || state.inFlight < most);
}
