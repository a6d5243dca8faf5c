import type { Deployment } from '../exchange/deployment.ts';
import type { DeploymentStates } from '../exchange/deployment-state.ts';
import type { Allowance, MinuteLimits } from '../exchange/terms.ts';
import { requestsThisMinute, tokensThisMinute } from './strategies/minute-usage.ts';

/**
 * What is left of the `rpm` and `tpm` of a group's deployments in this minute, as callers are told of it whether they
 * are kept to it or not (LiteLLM 1.108.7, `Router.get_remaining_model_group_usage`).
 */
export class GroupMinutes implements MinuteLimits {
  readonly #groups: ReadonlyMap<string, readonly Deployment[]>;
  readonly #states: DeploymentStates;

  constructor(limited: readonly Deployment[], states: DeploymentStates) {
    this.#groups = Map.groupBy(limited, ({ group }) => group);
    this.#states = states;
  }

  leftOf(group: string): ReturnType<MinuteLimits['leftOf']> {
    const deployments = this.#groups.get(group);
    if (!deployments) return undefined;
    const moment = { states: this.#states, now: performance.now() };
    return {
      requests: allowance(
        deployments,
        ({ rpm }) => rpm,
        (one) => requestsThisMinute(one, moment),
      ),
      tokens: allowance(
        deployments,
        ({ tpm }) => tpm,
        (one) => tokensThisMinute(one, moment),
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
