import type { Deployment } from '../exchange/deployment/deployment.ts';

/** The deployments that answer to one name. */
export interface ModelGroup {
  readonly name: string;
  /** None where each entry of that name is out of service. */
  readonly deployments: readonly Deployment[];
  /** Why entries of that name, or the alias, are out of service. */
  readonly outOfService: readonly string[];
}
