import { badRequest } from '../../failure/gateway-error.ts';
import type { DeploymentFilter } from './deployment-filter.ts';

/** Those whose `region_name` is the request's `allowed_model_region`; one that names none stands nowhere. */
export const inRegion: DeploymentFilter = (deployments, { group, exchange }) => {
  const { region } = exchange.controls;
  if (region === undefined) return deployments;
  const inside = deployments.filter((deployment) => deployment.region === region);
  if (inside.length > 0) return inside;
  throw badRequest(
    `No deployment of ${group} is in the region "${region.slice(0, 100)}" (allowed_model_region)`,
    'allowed_model_region',
  );
};
