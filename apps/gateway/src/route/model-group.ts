import type { Deployment } from '../exchange/deployment.ts';

/** The deployments that answer to one name. */
export interface ModelGroup {
  readonly name: string;
  readonly deployments: readonly Deployment[];
}
