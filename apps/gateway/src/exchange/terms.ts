import type { DeploymentStates } from './deployment/deployment-state.ts';
import type { Observers } from './record/observers.ts';

/** What an exchange needs of the configuration under which it came in; a reload does not touch it. */
export interface Terms {
  /** The deadline of one request, all attempts together. */
  readonly timeoutSeconds: number;
  /** The same as callers are told of it: as it was written, or by default as Python writes a float. */
  readonly shownTimeout: string;
  /** How long a stream may take to its first content, in seconds. */
  readonly streamTimeoutSeconds: number | undefined;
  readonly states: DeploymentStates;
  /** Whether callers who ask for it are told why others had to stand in. */
  readonly tellsFallbackErrors: boolean;
  readonly observers: Observers;
  /** Nothing where no deployment has a limit. */
  readonly minuteLimits: MinuteLimits | undefined;
}

/** A limit, and what is left of it. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

/** What the deployments of a group may take in a minute, all together; of what none is limited in there is nothing. */
export interface MinuteLimits {
  leftOf(
    group: string,
  ): { readonly requests: Allowance | undefined; readonly tokens: Allowance | undefined } | undefined;
}
