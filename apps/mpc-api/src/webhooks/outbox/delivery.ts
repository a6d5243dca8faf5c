import type { AttemptCause, DeliveryState, WebhookType } from '@showrunner/contract';
import type { Attempt } from '../attempt.ts';

/** What is to be told, to whom, in the bytes in which it is told. */
export interface Message {
  readonly workspace: string;
  readonly url: string;
  readonly type: WebhookType;
  /** The job or batch that it tells of, and the version of that; null for a test. */
  readonly subject: string | null;
  readonly sequence: number | null;
  readonly body: string;
  /** The time of the event. */
  readonly at: Date;
}

/** A delivery that this process alone may send until its lease ends. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly workspace: string;
  readonly url: string;
  readonly type: WebhookType;
  readonly body: string;
  readonly state: DeliveryState;
  /** How many tries of its schedule have been made. */
  readonly tries: number;
  readonly nextTryAt: string | null;
  /** The name of the claim. */
  readonly claim: string;
}

/** A try that has been made. */
export interface MadeTry {
  readonly cause: AttemptCause;
  readonly attempt: Attempt;
}
