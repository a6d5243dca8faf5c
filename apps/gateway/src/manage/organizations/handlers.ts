import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { seesEverything } from '../granter.ts';
import { withKnownModels } from '../check-budget-models.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { notFound, notYours } from '../refusals.ts';
import { changeOrganization, makeOrganization, removeOrganizations } from './change-organizations.ts';
import { addOrganizationMembers, changeOrganizationMember, removeOrganizationMember } from './organization-people.ts';
import type { organizationRoutes } from './routes.ts';
import { shownOrganizations } from './show-organization.ts';

export function organizationHandlers(ports: ManagementPorts): Handlers<typeof organizationRoutes, Caller> {
  const { entities } = ports;
  return {
    makeOrganization: ({ request, caller }) =>
      makeOrganization(entities, caller, withKnownModels(ports, caller, request.body)),
    async getOrganization({ query: { organization_id: id }, caller }) {
      const [shown] = id === undefined ? [] : await listed(entities, caller, { ids: [id] });
      if (shown) return shown;
      throw seesEverything(caller)
        ? notFound('Organization not found', 'organization_id')
        : notYours('organization', 'organization_id');
    },
    listOrganizations: ({ query: { org_id: id, org_alias: aliasHolds }, caller }) =>
      listed(entities, caller, { aliasHolds, ...(id !== undefined && { ids: [id] }) }),
    changeOrganization: ({ request, caller }) =>
      changeOrganization(entities, caller, withKnownModels(ports, caller, request.body)),
    removeOrganizations: ({ request, caller }) => removeOrganizations(entities, caller, request.body),
    addOrganizationMembers: ({ request, caller }) => addOrganizationMembers(entities, caller, request.body),
    changeOrganizationMember: ({ request, caller }) => changeOrganizationMember(entities, caller, request.body),
    removeOrganizationMember: ({ request, caller }) => removeOrganizationMember(entities, caller, request.body),
  };
}

/** Those that the caller sees: administrators all, others those in which they are. */
async function listed(
  entities: Entities,
  caller: Caller,
  filter: { readonly ids?: readonly string[]; readonly aliasHolds?: string | undefined },
) {
  const found = await entities.list({ kind: 'organization', ...filter });
  if (seesEverything(caller)) return shownOrganizations(entities, found);
  const userId = caller instanceof VirtualKey ? caller.userId : undefined;
  const places = userId === undefined ? [] : await entities.list({ kind: 'organization_member', userId });
  return shownOrganizations(
    entities,
    found.filter(({ id }) => places.some(({ organizationId }) => organizationId === id)),
  );
}
