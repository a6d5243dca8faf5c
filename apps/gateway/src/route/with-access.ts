import { allows, type CallersAccess, type SaidAccess } from '../exchange/asked/callers-access.ts';
import type { VendorKeys } from '../exchange/asked/vendor-keys.ts';
import { withVendorKey, type Deployment } from '../exchange/deployment/deployment.ts';
import { badRequest } from '../failure/gateway-error.ts';
import type { ModelGroup } from './model-group.ts';

/**
 * The deployments of a group that let callers say where a request goes and as whom, as this one says it. They are made
 * for the request alone, so that nobody else goes by what it brought. Throws a 400 where none lets them.
 */
export function withAccess(group: ModelGroup, { settings, member }: SaidAccess): ModelGroup {
  const deployments = group.deployments.flatMap((deployment) => reached(deployment, settings) ?? []);
  if (deployments.length > 0 || group.deployments.length === 0) return { ...group, deployments };
  throw badRequest(
    `${member} cannot be set by a request: it belongs to the deployment's configuration, which does not let callers say it`,
    member,
  );
}

/** A deployment that lacks its key can be called with the caller's. */
function reached(deployment: Deployment, access: CallersAccess): Deployment | undefined {
  if (!deployment.allowedAccess || !allows(deployment.allowedAccess, access)) return undefined;
  const problem = access.apiKey === undefined ? deployment.problem : undefined;
  return { ...deployment, problem, settings: { ...deployment.settings, ...access } };
}

/** The group with a caller's own keys, each for the deployments of its vendor; made for the request alone. */
export function withVendorKeys(group: ModelGroup, keys: VendorKeys): ModelGroup {
  return { ...group, deployments: group.deployments.map((deployment) => withVendorKey(deployment, keys)) };
}
