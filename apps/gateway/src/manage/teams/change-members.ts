import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { memberId } from '../../keys/holding.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { emailOf, type NamedPerson } from '../read-people.ts';
import { forbidden } from '../refusals.ts';
import { spendFactsOf } from '../show-spent.ts';
import { findPerson, userOf } from '../users/find-person.ts';
import { shownUser, userFactsOf } from '../users/show-user.ts';
import { joinTeam, leaveTeam, memberSettings } from './memberships.ts';
import { shownMembership, shownTeam, teamFactsOf } from './show-team.ts';
import { accessibleTeam, teamNotFound, type TeamStanding } from './team-access.ts';
import { addedMembers, changedMember, removedMember } from './team-members.ts';

/** Takes people into a team, all or none of them; users who are not there yet are made. Throws a 400, 403 or 404. */
export async function addTeamMembers(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const { team_id: teamId, member: people, ...read } = readMembers(body, addedMembers);
  if (!Array.isArray(people) || people.length === 0) throw badRequest('member must name at least one user', 'member');
  const { team } = await accessibleTeam(entities, caller, teamId, 'manage');
  const added = await entities.change(async (writer) => {
    // Nobody joins what goes at the same time.
    if (!(await writer.find(team))) throw teamNotFound(team.id);
    const joined: { readonly user: Entity; readonly member: Entity }[] = [];
    for (const person of people as readonly NamedPerson[]) {
      const user = await userOf(writer, caller, person);
      joined.push({
        user,
        member: await joinTeam(writer, caller, { team, user, read: { ...read, role: person.role } }),
      });
    }
    return joined;
  });
  const users = added.map(({ user }) => user);
  const members = added.map(({ member }) => member);
  const [facts, ofUsers] = await Promise.all([teamFactsOf(entities, [team]), userFactsOf(entities, users)]);
  return {
    ...shownTeam(team, facts),
    updated_users: users.map((user) => shownUser(user, ofUsers)),
    updated_team_memberships: members.map((member) => shownMembership(member, team, facts)),
  };
}

/** Lets one go, with the keys that they have in the team. Throws a 400, 403 or 404. */
export async function removeTeamMember(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, removedMember);
  const { team } = await accessibleTeam(entities, caller, read.team_id, 'manage');
  await entities.change(async (writer) => leaveTeam(writer, await namedMember(writer, team, read)));
  return shownTeam(team, await teamFactsOf(entities, [team]));
}

/** Changes what one may in the team; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeTeamMember(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, changedMember);
  const { temp_budget_increase: extra, temp_budget_expiry: until } = read;
  if ((extra === undefined) !== (until === undefined)) {
    throw badRequest('temp_budget_increase and temp_budget_expiry must be set together', 'temp_budget_expiry');
  }
  const { team, standing } = await accessibleTeam(entities, caller, read.team_id, 'manage');
  const changed = await entities.change(async (writer) => {
    const member = await namedMember(writer, team, read);
    checkNotOwn(caller, standing, member, read);
    const settings = memberSettings(read, member.settings);
    return (await writer.update(member, { settings, updatedBy: actorOf(caller) })) ?? member;
  });
  const facts = await spendFactsOf(entities, [changed]);
  const { litellm_budget_table: table } = shownMembership(changed, team, facts);
  const limits = (table ?? {}) as Mapping;
  return {
    team_id: team.id,
    user_id: changed.userId,
    user_email: emailOf(read.user_email) ?? null,
    max_budget_in_team: limits.max_budget ?? null,
    tpm_limit: limits.tpm_limit ?? null,
    rpm_limit: limits.rpm_limit ?? null,
    budget_duration: limits.budget_duration ?? null,
    allowed_models: changed.settings.allowed_models ?? null,
    temp_budget_increase: limits.temp_budget_increase ?? null,
    temp_budget_expiry: limits.temp_budget_expiry ?? null,
    model_max_budget: limits.model_max_budget ?? null,
    role: changed.settings.role ?? 'user',
  };
}

/** A team's admins are held to their own limits, which others set. */
function checkNotOwn(caller: Caller, standing: TeamStanding, member: Entity, read: Mapping): void {
  const isOwn = caller instanceof VirtualKey && caller.userId === member.userId;
  if (!isOwn || standing !== 'team_admin') return;
  const limit = Object.keys(read).find((name) => !(name in removedMember) && name !== 'role');
  if (limit !== undefined) throw forbidden(`Nobody sets \`${limit}\` of their own; ask a proxy admin`, limit);
}

/** The member whom a body names. Throws a 400 where nobody is named, or nobody of the team. */
async function namedMember(writer: EntityWriter, team: Entity, read: Mapping): Promise<Entity> {
  const { user_id: userId, user_email: email } = read;
  if (typeof userId !== 'string' && typeof email !== 'string') {
    throw badRequest('Either user_id or user_email must be provided', 'user_id');
  }
  const person = { userId: typeof userId === 'string' ? userId : undefined, email: emailOf(email) };
  const user = await findPerson(writer, person);
  const id = person.userId ?? user?.id;
  const member = id === undefined ? undefined : await writer.find({ kind: 'member', id: memberId(team.id, id) });
  if (!member) throw badRequest('User not found in team', 'user_id');
  return member;
}
