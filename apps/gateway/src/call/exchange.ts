import type { ChatRequest } from '@showrunner/providers';
import type { RequestControls } from '../http/read-chat-request.ts';
import type { Serving } from '../serving.ts';
import type { Lifetime } from './lifetime.ts';

/** One chat completion request on its way through the gateway. */
export interface Exchange {
  /** `x-litellm-call-id`: the caller's, or the request id. */
  readonly callId: string;
  /** `x-request-id`: the caller's, or made here. */
  readonly requestId: string;
  /** What the configuration was when it came in; a reload does not touch it. */
  readonly serving: Serving;
  readonly request: ChatRequest;
  readonly controls: RequestControls;
  readonly lifetime: Lifetime;
  /** `performance.now()` when the handler began. */
  readonly startedAt: number;
  /** Milliseconds spent waiting for vendors, all attempts together. */
  upstreamMs: number;
  retries: number;
  fallbacks: number;
}
