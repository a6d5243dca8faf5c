import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { memberId } from '../../keys/holding.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { isAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { emailOf, type NamedPerson } from '../read-people.ts';
import { notYours } from '../refusals.ts';
import { findPerson, userOf } from '../users/find-person.ts';
import { shownOrganizationMember, shownUser, userFactsOf } from '../users/show-user.ts';
import { organizationNotFound } from './change-organizations.ts';
import { looksAfterOrganization } from './organization-access.ts';
import {
  addedOrganizationMembers,
  changedOrganizationMember,
  removedOrganizationMember,
} from './organization-members.ts';

/** Takes people into an organization, all or none of them. Throws a 400, 403 or 404. */
export async function addOrganizationMembers(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const { organization_id: named, member: people } = readMembers(body, addedOrganizationMembers);
  if (!Array.isArray(people) || people.length === 0) throw badRequest('member must name at least one user', 'member');
  const { id } = await accessibleOrganization(entities, caller, named);
  const added = await entities.change(async (writer) => {
    if (!(await writer.find({ kind: 'organization', id }))) throw organizationNotFound(id);
    const joined: { readonly user: Entity; readonly member: Entity }[] = [];
    for (const person of people as readonly NamedPerson[]) {
      const user = await userOf(writer, caller, person);
      joined.push({ user, member: await join(writer, caller, { organizationId: id, user, role: person.role }) });
    }
    return joined;
  });
  const users = added.map(({ user }) => user);
  const facts = await userFactsOf(entities, users);
  return {
    organization_id: id,
    updated_users: users.map((user) => shownUser(user, facts)),
    updated_organization_memberships: added.map(({ member }) => shownOrganizationMember(member)),
  };
}

interface Joining {
  readonly organizationId: string;
  readonly user: Entity;
  readonly role: string;
}

async function join(writer: EntityWriter, caller: Caller, { organizationId, user, role }: Joining): Promise<Entity> {
  const id = memberId(organizationId, user.id);
  const place = { kind: 'organization_member', id, organizationId, userId: user.id } as const;
  return writer.add({ ...place, createdBy: actorOf(caller), settings: { user_role: role } }).catch((error: unknown) => {
    if (!(error instanceof EntityExistsError)) throw error;
    throw badRequest(`User=${user.id} is already a member of organization=${organizationId}`, 'member');
  });
}

/** Changes as what somebody is in an organization. Throws a 400, 403 or 404. */
export async function changeOrganizationMember(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, changedOrganizationMember);
  const { id } = await accessibleOrganization(entities, caller, read.organization_id);
  const changed = await entities.change(async (writer) => {
    const member = await namedMember(writer, id, read);
    if (typeof read.role !== 'string') return member;
    const settings = { ...member.settings, user_role: read.role };
    return (await writer.update(member, { settings, updatedBy: actorOf(caller) })) ?? member;
  });
  return shownOrganizationMember(changed);
}

/** Lets somebody go, with the keys that they have in it. Throws a 400, 403 or 404. */
export async function removeOrganizationMember(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, removedOrganizationMember);
  const { id } = await accessibleOrganization(entities, caller, read.organization_id);
  const removed = await entities.change(async (writer) => {
    const member = await namedMember(writer, id, read);
    for (const key of await writer.list({ kind: 'key', organizationId: id, userId: member.userId ?? '' })) {
      await writer.remove(key);
    }
    await writer.remove(member);
    return member;
  });
  return shownOrganizationMember(removed);
}

/** The organization that is named, where the caller looks after it; to all others none. Throws a 400, 403 or 404. */
async function accessibleOrganization(entities: Entities, caller: Caller, named: unknown): Promise<Entity> {
  if (typeof named !== 'string') throw badRequest('organization_id must name an organization', 'organization_id');
  const organization = await entities.find({ kind: 'organization', id: named });
  const isTheirs = isAdministrator(caller) || (organization && (await looksAfterOrganization(entities, caller, named)));
  if (organization && isTheirs) return organization;
  throw isAdministrator(caller) ? organizationNotFound(named) : notYours('organization', 'organization_id');
}

async function namedMember(writer: EntityWriter, organizationId: string, read: Mapping): Promise<Entity> {
  const userId = typeof read.user_id === 'string' ? read.user_id : undefined;
  const email = emailOf(read.user_email);
  if (userId === undefined && email === undefined) {
    throw badRequest('Either user_id or user_email must be provided', 'user_id');
  }
  const id = userId ?? (await findPerson(writer, { userId, email }))?.id ?? '';
  const member = await writer.find({ kind: 'organization_member', id: memberId(organizationId, id) });
  if (!member) throw badRequest('User not found in organization', 'user_id');
  return member;
}
