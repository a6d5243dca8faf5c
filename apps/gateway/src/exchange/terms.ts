import type { DeploymentStates } from './deployment-state.ts';
import type { Observers } from './observers.ts';

/** What an exchange needs of the configuration under which it came in; a reload does not touch it. */
export interface Terms {
  /** The deadline of one request, all attempts together. */
  readonly timeoutSeconds: number;
  /** The same as callers are told of it: as it was written, or by default as Python writes a float. */
  readonly shownTimeout: string;
  /** How long a stream may take to its first content, in seconds. */
  readonly streamTimeoutSeconds: number | undefined;
  readonly states: DeploymentStates;
  readonly observers: Observers;
}
