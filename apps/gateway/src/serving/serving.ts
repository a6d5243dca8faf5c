import type { SharedState } from '@showrunner/store';
import type { Admission } from '../admit/admit.ts';
import type { Callers } from '../admit/callers.ts';
import type { ResponseCache } from '../cache/response-cache.ts';
import type { CallTerms } from '../call/call-terms.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { Terms } from '../exchange/terms.ts';
import type { Tracing } from '../exchange/record/trace.ts';
import type { Alerts } from '../observe/alerts/alerts.ts';
import type { Callbacks } from '../observe/callbacks/callbacks.ts';
import type { Guards } from '../guard/guards.ts';
import type { Budgets } from '../route/budgets.ts';
import type { Passages } from '../passing/passages.ts';

/**
 * Everything that a request needs, as of the configuration it came in under. A reload makes a new one and swaps it in
 * whole; what lasts (`assemble.ts`) goes on from one to the next.
 */
export interface Serving extends Terms, CallTerms {
  readonly config: GatewayConfig;
  readonly callers: Callers;
  readonly admission: Admission;
  readonly guards: Guards;
  /** Nothing where neither a vendor nor a deployment has a budget. */
  readonly budgets: Budgets | undefined;
  /** Nothing where nobody is told when something goes wrong. */
  readonly alerts: Alerts | undefined;
  /** Who is told of requests. */
  readonly callbacks: Callbacks;
  /** Nothing where nobody wants traces. */
  readonly tracing: Tracing | undefined;
  readonly cache: ResponseCache | undefined;
  /** What leads through the gateway as it comes. */
  readonly passages: Passages;
  /** What the configuration makes of each chat request; nothing where it leaves them as they come. */
  readonly amendChat: ((request: ModelRequest) => ModelRequest) | undefined;
  /** What replicas share: limits, cooldowns, and the cache unless it has a place of its own. */
  readonly shared: SharedState;
}
