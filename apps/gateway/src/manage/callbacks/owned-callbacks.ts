import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { isAdministrator, type Grant } from '../granter.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { teamStanding } from '../teams/team-access.ts';
import { keptCallbacks } from './kept-callbacks.ts';

/**
 * The members of a key's body with its callbacks as they are kept, and whether the caller may say who is told: who looks
 * after its team may, and its holder alone may not, because what a key says stands in the place of what its team says.
 * Throws a 400 or 403.
 */
export async function ownedCallbacks(
  ports: ManagementPorts,
  caller: Caller,
  { members, key }: { readonly members: Mapping; readonly key?: Entity },
): Promise<Pick<Grant, 'members' | 'namesCallbacks'>> {
  const isOfAdministrator = isAdministrator(caller);
  const namesCallbacks = isOfAdministrator || (await looksAfter(ports, caller, { members, key }));
  const written = { members, present: key?.settings, isAdministrator: isOfAdministrator };
  return { members: keptCallbacks(ports.callbacks, written), namesCallbacks };
}

async function looksAfter(
  { entities }: ManagementPorts,
  caller: Caller,
  { members, key }: { readonly members: Mapping; readonly key: Entity | undefined },
): Promise<boolean> {
  const id = members.team_id ?? key?.teamId;
  const team = typeof id === 'string' ? await entities.find({ kind: 'team', id }) : undefined;
  const standing = team && (await teamStanding(entities, caller, team));
  return standing === 'team_admin' || standing === 'organization_admin' || standing === 'administrator';
}
