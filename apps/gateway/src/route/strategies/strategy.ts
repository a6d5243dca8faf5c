import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { DeploymentStates } from '../../exchange/deployment-state.ts';

/** What a choice goes by beside the deployments themselves. */
export interface Moment {
  readonly states: DeploymentStates;
  /** `performance.now()` milliseconds. */
  readonly now: number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** A way to choose among deployments that can all take a call now, LiteLLM's `routing_strategy`. */
export interface Strategy {
  /** One of them, or nothing where each is at a limit that the strategy keeps. */
  choose(able: readonly Deployment[], moment: Moment): Deployment | undefined;
  /**
   * One of a whole group, able or not, with the chance that `choose` would give it among those that are: drawn until one
   * is able, it is as if each had been looked at. Nothing where that takes a look at each.
   */
  draw?(deployments: readonly Deployment[], moment: Pick<Moment, 'random'>): Deployment | undefined;
  /** Whether what deployments take in a minute has to be counted for it. */
  readonly goesByUsage?: true;
  /** Remembers what a call has shown, where the strategy goes by that. */
  attemptEnded?(attempt: Attempt): void;
}

/** One of those that are least by a measure, by chance; nothing where there is none. */
export function leastBy(
  deployments: readonly Deployment[],
  measure: (deployment: Deployment) => number,
  random: () => number,
  slack = 0,
): Deployment | undefined {
  const measures = deployments.map(measure);
  const most = Math.min(...measures) + slack;
  const least = deployments.filter((_, index) => (measures[index] ?? Infinity) <= most);
  return least[Math.floor(random() * least.length)];
}
