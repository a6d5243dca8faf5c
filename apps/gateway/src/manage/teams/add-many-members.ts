import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { checkAdministrator } from '../granter.ts';
import { manyIn } from '../in-bulk.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readAmount, readFlag, readText } from '../read-members.ts';
import type { NamedPerson } from '../read-people.ts';
import { addTeamMembers } from './change-members.ts';
import { addedMembers } from './team-members.ts';

/** LiteLLM's `BulkTeamMemberAddRequest`, 1.108.7. */
const members: MemberTable = {
  team_id: kept('request', readText),
  members: addedMembers.member ?? kept('request', readText),
  all_users: kept('request', readFlag),
  max_budget_in_team: kept('request', readAmount),
};

/** Takes many people into a team, all or none of them; all users is for administrators alone. Throws a 400, 403 or 404. */
export async function addManyMembers(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const { members: named, all_users: isAll, team_id: teamId, ...read } = readMembers(body, members);
  if (isAll === true) checkAdministrator(caller);
  const people = manyIn<NamedPerson>(isAll === true ? await allOthers(entities, teamId) : named, 'members');
  const member = people.map(({ userId, email, role }) => ({
    user_id: userId,
    user_email: email,
    role: role ?? 'user',
  }));
  const added = await addTeamMembers(entities, caller, { team_id: teamId, member, ...read });
  const { updated_users: users, updated_team_memberships: memberships, ...team } = added;
  return {
    team_id: teamId,
    results: (users as readonly Mapping[]).map((user, index) => ({
      user_id: user.user_id,
      user_email: user.user_email ?? null,
      success: true,
      error: null,
      updated_user: user,
      updated_team_membership: (memberships as readonly Mapping[])[index] ?? null,
    })),
    total_requested: people.length,
    successful_additions: people.length,
    failed_additions: 0,
    updated_team: team,
  };
}

/** All users who are not in the team yet. */
async function allOthers(entities: Entities, teamId: unknown): Promise<NamedPerson[]> {
  const present = await entities.list({ kind: 'member', teamId: String(teamId) });
  const there = new Set(present.map(({ userId }) => userId));
  const users = (await entities.list({ kind: 'user' })).filter(({ id }) => !there.has(id));
  return users.map(({ id }) => ({ userId: id, email: undefined, role: 'user' }));
}
