import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';

/** What a filter goes by. */
export interface Asked {
  readonly group: string;
  readonly exchange: Exchange;
  /** As the group gets it. */
  readonly request: ModelRequest;
}

/** Leaves out deployments for one reason, the same list where it leaves out none. Throws where it would leave none. */
export type DeploymentFilter = (deployments: readonly Deployment[], asked: Asked) => readonly Deployment[];
