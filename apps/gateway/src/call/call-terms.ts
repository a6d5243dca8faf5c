import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import type { Transports } from '../exchange/transports.ts';
import type { RoutingSettings } from '../config/sections/router-settings.ts';
import type { DeploymentLimits } from '../route/deployment-limits.ts';
import type { GroupFilter } from '../route/filters/group-filter.ts';
import type { Router } from '../route/router.ts';
import type { Strategy } from '../route/strategies/strategy.ts';

/** What calling a model goes by, as of one configuration. */
export interface CallTerms {
  readonly router: Router;
  readonly routing: RoutingSettings;
  readonly states: DeploymentStates;
  /** Leaves of a group what a request may and can go to. */
  readonly groupFilter: GroupFilter;
  /** How one of several deployments is chosen. */
  readonly strategy: Strategy;
  /** Nothing where `rpm` and `tpm` are only weights. */
  readonly deploymentLimits: DeploymentLimits | undefined;
  readonly transports: Transports;
}
