import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { keptCallbacks } from '../callbacks/kept-callbacks.ts';
import { checkBudgetModels } from '../check-budget-models.ts';
import { newTeamDefaults } from '../default-members.ts';
import { grantable, isAdministrator } from '../granter.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { looksAfterOrganization } from '../organizations/organization-access.ts';
import type { NamedPerson } from '../read-people.ts';
import { forbidden } from '../refusals.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { userOf } from '../users/find-person.ts';
import { writtenColumns, writtenSettings } from '../written.ts';
import { joinTeam, SHARED_BUDGET } from './memberships.ts';
import { writeSharedBudget } from './shared-budget.ts';
import { shownTeam, teamFactsOf } from './show-team.ts';
import { teamBounds } from './team-access.ts';
import { newTeamMembers, teamMembers } from './team-members.ts';

/** Makes a team with its people; who makes one by a key of theirs is its first admin, as in LiteLLM. Throws a 400 or 403. */
export async function makeTeam(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const { entities, describe } = ports;
  const read = newTeamDefaults(readMembers(body ?? {}, newTeamMembers), ports.made(), newTeamMembers);
  const organizationId = (read.organization_id ?? null) as string | null;
  if (!isAdministrator(caller) && !(await looksAfterOrganization(entities, caller, organizationId))) {
    throw forbidden('Only proxy admins, and admins of its organization, may make a team', 'organization_id');
  }
  await checkOrganization(ports, organizationId);
  const bounds = await teamBounds(entities, 'organization_admin', { organizationId });
  const written = { members: read, present: undefined, isAdministrator: isAdministrator(caller) };
  const kept = keptCallbacks(ports.callbacks, written);
  const members = grantable(caller, { members: kept, present: undefined, describe, namesCallbacks: true }, bounds);
  checkSoftBudget(members);
  checkBudgetModels(ports, caller, read);
  const team = await entities
    .change((writer) => addTeam(writer, caller, members))
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Team id = ${String(read.team_id)} already exists. Please use a different team id.`, 'team_id');
    });
  return shownTeam(team, await teamFactsOf(entities, [team]));
}

/** Throws a 400 for an organization that is not there. */
export async function checkOrganization({ entities }: ManagementPorts, organizationId: string | null): Promise<void> {
  if (organizationId === null || (await entities.find({ kind: 'organization', id: organizationId }))) return;
  throw badRequest(`Organization not found for organization_id=${organizationId.slice(0, 200)}`, 'organization_id');
}

async function addTeam(writer: EntityWriter, caller: Caller, members: Mapping): Promise<Entity> {
  const added = await writer.add({
    kind: 'team',
    id: (members.team_id ?? randomUUID()) as string,
    ...teamColumns(members),
    createdBy: actorOf(caller),
    settings: teamSettings(members, {}),
  });
  const team = await writeSharedBudget(writer, caller, added, members);
  for (const person of peopleOf(caller, members)) {
    await joinTeam(writer, caller, { team, user: await userOf(writer, caller, person), read: { role: person.role } });
  }
  return team;
}

/** Nobody twice; and who makes it, unless they say as what they are in it. */
function peopleOf(caller: Caller, members: Mapping): readonly NamedPerson[] {
  const named = (ids: unknown, role: string) =>
    ((ids ?? []) as readonly string[]).map((userId) => ({ userId, email: undefined, role }));
  const maker = caller instanceof VirtualKey && caller.userId !== undefined ? [caller.userId] : [];
  const people = [
    ...((members.members_with_roles ?? []) as readonly NamedPerson[]),
    ...named(members.admins, 'admin'),
    ...named(members.members, 'user'),
    ...named(maker, 'admin'),
  ];
  return people.filter((person, index) => people.findIndex((one) => isSame(one, person)) === index);
}

function isSame(one: NamedPerson, other: NamedPerson): boolean {
  return one.userId === other.userId && one.email === other.email;
}

export function teamColumns(members: Mapping) {
  return writtenColumns(members, { alias: 'team_alias', organizationId: 'organization_id' });
}

/** Which budget its members share no rewriting of metadata changes. */
export function teamSettings(members: Mapping, present: Mapping): Mapping {
  const { [SHARED_BUDGET]: sharedBudget } = (present.metadata ?? {}) as Mapping;
  const { metadata, ...settings } = writtenSettings(teamMembers, members, present);
  const { [SHARED_BUDGET]: _written, ...free } = (metadata ?? {}) as Mapping;
  return { ...settings, metadata: { ...free, ...(sharedBudget !== undefined && { [SHARED_BUDGET]: sharedBudget }) } };
}
