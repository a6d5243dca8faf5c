import type { Deployment } from '../exchange/deployment.ts';
import type { Moment, Strategy } from './strategies/strategy.ts';

/** What a choice among deployments goes by. */
export interface PickOptions extends Moment {
  /** Deployments that this request has called already; they are chosen only when there is no other. */
  readonly tried: ReadonlySet<string>;
  readonly defaultMaxParallelRequests: number | undefined;
  readonly strategy: Strategy;
}

/** Chooses a deployment that can take a call now, or nothing. The lowest `order` that has one comes first. */
export function pickDeployment(deployments: readonly Deployment[], options: PickOptions): Deployment | undefined {
  const [only] = deployments;
  if (only && deployments.length === 1 && !canTake(only, options)) return undefined;
  if (deployments.length === 1) return options.strategy.choose(deployments, options);
  const drawn = deployments.length < LEAST_TO_DRAW ? undefined : drawFresh(deployments, options);
  if (drawn) return drawn;
  const able = deployments.filter((deployment) => canTake(deployment, options));
  const fresh = able.filter((deployment) => !options.tried.has(deployment.id));
  return options.strategy.choose(lowestOrder(fresh.length > 0 ? fresh : able), options);
}

/** Looking at as many takes as long as drawing a few times. */
const LEAST_TO_DRAW = 16;
/** Where three of four rest, one is found in two of three cases; else all are looked at. */
const MOST_DRAWS = 4;

/** One of a large group without a look at each of it, so that a thousand deployments cost no more than ten. */
function drawFresh(deployments: readonly Deployment[], options: PickOptions): Deployment | undefined {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const drawn = options.strategy.draw?.(deployments, options);
    if (!drawn) return undefined;
    if (canTake(drawn, options) && !options.tried.has(drawn.id)) return drawn;
  }
  return undefined;
}

function canTake(deployment: Deployment, { states, now, defaultMaxParallelRequests }: PickOptions): boolean {
  if (deployment.problem !== undefined || deployment.isBlocked) return false;
  const state = states.of(deployment);
  const most = deployment.maxParallelRequests ?? defaultMaxParallelRequests;
  return state.cooledUntil <= now && (most === undefined || state.inFlight < most);
}

function lowestOrder(deployments: readonly Deployment[]): readonly Deployment[] {
  if (deployments.every(({ order }) => order === undefined)) return deployments;
  const lowest = Math.min(...deployments.map(({ order }) => order ?? Infinity));
  return deployments.filter(({ order }) => (order ?? Infinity) === lowest);
}
