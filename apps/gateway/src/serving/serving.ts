import type { SharedState } from '@showrunner/store';
import type { ResponseCache } from '../cache/response-cache.ts';
import type { Admission } from '../admit/admit.ts';
import type { Tallies } from '../observe/tallies.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import type { DeploymentLimits } from '../route/deployment-limits.ts';
import type { DeploymentStates } from '../exchange/deployment-state.ts';
import type { Router } from '../route/router.ts';
import type { Upstreams } from '../upstream/upstreams.ts';

/**
 * Everything that a request needs, as of the configuration it came in under. A reload makes a new one and swaps it in
 * whole; pools, states and tallies go on from one to the next.
 */
export interface Serving {
  readonly config: GatewayConfig;
  readonly admission: Admission;
  readonly router: Router;
  readonly cache: ResponseCache | undefined;
  /** What replicas share: limits, cooldowns, and the cache unless it has a place of its own. */
  readonly shared: SharedState;
  /** Nothing where `rpm` and `tpm` are only weights. */
  readonly deploymentLimits: DeploymentLimits | undefined;
  readonly states: DeploymentStates;
  readonly upstreams: Upstreams;
  readonly tallies: Tallies;
}
