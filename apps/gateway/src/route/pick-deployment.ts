import type { Deployment } from '../exchange/deployment.ts';
import type { DeploymentStates } from '../exchange/deployment-state.ts';

/** What a choice among deployments goes by. */
export interface PickOptions {
  readonly states: DeploymentStates;
  /** Deployments that this request has called already; they are chosen only when there is no other. */
  readonly tried: ReadonlySet<string>;
  readonly defaultMaxParallelRequests: number | undefined;
  readonly now: number;
}

/** Chooses a deployment that can take a call now, or nothing. The lowest `order` that has one comes first. */
export function pickDeployment(deployments: readonly Deployment[], options: PickOptions): Deployment | undefined {
  const [only] = deployments;
  if (only && deployments.length === 1) return canTake(only, options) ? only : undefined;
  const able = deployments.filter((deployment) => canTake(deployment, options));
  const fresh = able.filter((deployment) => !options.tried.has(deployment.id));
  return simpleShuffle(lowestOrder(fresh.length > 0 ? fresh : able));
}

function canTake(deployment: Deployment, { states, now, defaultMaxParallelRequests }: PickOptions): boolean {
  if (deployment.problem !== undefined) return false;
  const state = states.of(deployment);
  const most = deployment.maxParallelRequests ?? defaultMaxParallelRequests;
  return state.cooledUntil <= now && (most === undefined || state.inFlight < most);
}

function lowestOrder(deployments: readonly Deployment[]): readonly Deployment[] {
  if (deployments.every(({ order }) => order === undefined)) return deployments;
  const lowest = Math.min(...deployments.map(({ order }) => order ?? Infinity));
  return deployments.filter(({ order }) => (order ?? Infinity) === lowest);
}

/**
 * LiteLLM's `simple-shuffle`: random by `weight` if the first deployment has one, else by its `rpm`, else by its
 * `tpm`, else even (`litellm/router_strategy/simple_shuffle.py`).
 */
export function simpleShuffle(deployments: readonly Deployment[], random = Math.random): Deployment | undefined {
  const [first] = deployments;
  if (!first || deployments.length === 1) return first;
  const by = (['weight', 'rpm', 'tpm'] as const).find((key) => first[key] !== undefined);
  const weights = deployments.map((deployment) => (by === undefined ? 1 : (deployment[by] ?? 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  const chosen = weights.findIndex((weight) => (left -= weight) < 0);
  return deployments[chosen] ?? first;
}
