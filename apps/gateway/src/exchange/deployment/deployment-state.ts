import type { Deployment } from './deployment.ts';
import { SharedCounters } from './shared-counters.ts';

/** What traffic has shown of one deployment. Times are `performance.now()` milliseconds, so no clock jump counts. */
export interface DeploymentState {
  inFlight: number;
  /** Not chosen before this time. */
  cooledUntil: number;
  /** Since when the two counts below run; they cover at most a minute. */
  minuteStartedAt: number;
  successes: number;
  failures: number;
  /** Times of the failures that an `allowed_fails` counts, oldest first. */
  recentFailures: { at: number; kind: string }[];
  /** How fast its last calls were, oldest first, for the strategy that goes by latency. */
  readonly latencies: { readonly at: number; readonly seconds: number }[];
  /** What the last call came to; nothing before the first. */
  lastOutcome: 'success' | 'failure' | undefined;
  lastFailureMessage: string | undefined;
}

/** The states of all deployments; kept over a reload, because a vendor's trouble does not end with a file change. */
export class DeploymentStates {
  /** What deployments and vendors have taken, among all replicas. */
  readonly counters = new SharedCounters();
  readonly #states = new Map<string, DeploymentState>();

  of({ id }: Deployment): DeploymentState {
    return this.byId(id);
  }

  byId(id: string): DeploymentState {
    let state = this.#states.get(id);
    if (!state) {
      state = {
        inFlight: 0,
        cooledUntil: 0,
        minuteStartedAt: 0,
        successes: 0,
        failures: 0,
        recentFailures: [],
        latencies: [],
        lastOutcome: undefined,
        lastFailureMessage: undefined,
      };
      this.#states.set(id, state);
    }
    return state;
  }

  /** Forgets deployments that no configuration names any more. */
  keepOnly(deployments: readonly Deployment[]): void {
    const ids = new Set(deployments.map(({ id }) => id));
    for (const id of this.#states.keys()) if (!ids.has(id)) this.#states.delete(id);
  }
}
