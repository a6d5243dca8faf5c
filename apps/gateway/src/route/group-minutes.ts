import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import type { Allowance, MinuteLimits } from '../exchange/terms.ts';
import { requestsThisMinute, tokensThisMinute } from './strategies/minute-usage.ts';

type Left = ReturnType<MinuteLimits['leftOf']>;

/** From so many deployments on, looking at each is more than a request should cost. */
const MANY = 16;
/** How old the figures of a group of many may be. */
const LONGEST_KEPT_MS = 200;

/**
 * What is left of the `rpm` and `tpm` of a group's deployments in this minute, as callers are told of it whether they
 * are kept to it or not (LiteLLM 1.108.7, `Router.get_remaining_model_group_usage`).
 */
export class GroupMinutes implements MinuteLimits {
  readonly #groups: ReadonlyMap<string, readonly Deployment[]>;
  readonly #states: DeploymentStates;
  /** Of groups of many, what was left when somebody looked. */
  readonly #seen = new Map<string, { readonly at: number; readonly left: Left }>();

  constructor(limited: readonly Deployment[], states: DeploymentStates) {
    this.#groups = Map.groupBy(limited, ({ group }) => group);
    this.#states = states;
  }

  leftOf(group: string): Left {
    const deployments = this.#groups.get(group);
    if (!deployments) return undefined;
    const now = performance.now();
    if (deployments.length < MANY) return this.#left(deployments, now);
    const seen = this.#seen.get(group);
    if (seen && now - seen.at < LONGEST_KEPT_MS) return seen.left;
    const left = this.#left(deployments, now);
    this.#seen.set(group, { at: now, left });
    return left;
  }

  #left(deployments: readonly Deployment[], now: number): Left {
    const reading = { states: this.#states, now };
    return {
      requests: allowance(
        deployments,
        ({ rpm }) => rpm,
        (one) => requestsThisMinute(one, reading),
      ),
      tokens: allowance(
        deployments,
        ({ tpm }) => tpm,
        (one) => tokensThisMinute(one, reading),
      ),
    };
  }
}

/** Nothing where none of them is limited in it; what others take counts, as LiteLLM counts it. */
function allowance(
  deployments: readonly Deployment[],
  limitOf: (deployment: Deployment) => number | undefined,
  usedOf: (deployment: Deployment) => number,
): Allowance | undefined {
  const limits = deployments.map(limitOf).filter((limit) => limit !== undefined);
  if (limits.length === 0) return undefined;
  const limit = sum(limits);
  return { limit, remaining: limit - sum(deployments.map(usedOf)) };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
