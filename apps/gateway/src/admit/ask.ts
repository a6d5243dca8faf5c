import type { ChatRequest } from '@showrunner/providers';

/** What is asked for, as far as limits go by it. */
export interface Ask {
  readonly request: ChatRequest;
  /** The length of the request's body. */
  readonly requestBytes: number;
  /** Requests that are being answered by this process. */
  readonly inFlight: number;
}
