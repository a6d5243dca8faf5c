import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { DeploymentStates } from '../../exchange/deployment/deployment-state.ts';

/** Where what traffic has shown stands, and when it is asked for. */
export interface Reading {
  readonly states: DeploymentStates;
  /** `performance.now()` milliseconds. */
  readonly now: number;
}

/** What a choice goes by beside the deployments themselves. */
export interface Moment extends Reading {
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What a choice goes by where nobody has looked at each deployment before. */
export interface Draw extends Moment {
  /** Whether it can take a call now, of whatever request. */
  canTake(this: void, deployment: Deployment): boolean;
  /** Whether this request has not called it yet. */
  isFresh(this: void, deployment: Deployment): boolean;
}

/** A way to choose among deployments that can all take a call now, LiteLLM's `routing_strategy`. */
export interface Strategy {
  /** One of them, or nothing where each is at a limit that the strategy keeps. */
  choose(able: readonly Deployment[], moment: Moment): Deployment | undefined;
  /**
   * One of a large group that is able and fresh, as `choose` would give it among all that are, without a look at each.
   * Nothing where that takes one.
   */
  draw?(deployments: readonly Deployment[], draw: Draw): Deployment | undefined;
  /** Whether what deployments take in a minute has to be counted for it. */
  readonly goesByUsage?: true;
  /** Remembers what a call has shown, where the strategy goes by that. */
  attemptEnded?(attempt: Attempt): void;
}

/** In a smaller group, looking at all takes as long as drawing a few times. */
export const LEAST_TO_DRAW = 16;

/** Where three of four rest, one is found in two of three cases; else all are looked at. */
export const MOST_DRAWS = 4;
