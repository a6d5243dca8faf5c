import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { memberId } from '../../keys/holding.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { isAdministrator } from '../granter.ts';
import { setSpent } from '../keys/set-spent.ts';
import { readMembers } from '../members.ts';
import { kept, readAmount } from '../read-members.ts';
import { forbidden, notFound, notYours } from '../refusals.ts';
import { spendFactsOf } from '../show-spent.ts';
import { shownMembership } from './show-team.ts';
import { accessibleTeam } from './team-access.ts';

/** What the caller may in a team, and has spent there. Throws a 403 for whoever is none of its members. */
export async function ownMembership(entities: Entities, caller: Caller, teamId: string): Promise<Mapping> {
  const { team } = await accessibleTeam(entities, caller, teamId, 'read');
  const userId = caller instanceof VirtualKey ? caller.userId : undefined;
  const id = memberId(team.id, userId ?? '');
  const member = userId === undefined ? undefined : await entities.find({ kind: 'member', id });
  if (!member || userId === undefined) throw notYours('membership', 'team_id');
  const user = await entities.find({ kind: 'user', id: userId });
  const shown = shownMembership(member, team, await spendFactsOf(entities, [member]));
  return { ...shown, user_email: user?.alias ?? null, team_alias: team.alias };
}

/** Sets what a member has spent in a team to less; nobody does it for themselves but administrators. Throws a 400, 403 or 404. */
export async function resetMemberSpend(
  entities: Entities,
  caller: Caller,
  { teamId, userId, body }: { readonly teamId: string; readonly userId: string; readonly body: unknown },
): Promise<Mapping> {
  const { reset_to: spend } = readMembers(body, { reset_to: kept('request', readAmount) });
  const { team } = await accessibleTeam(entities, caller, teamId, 'manage');
  if (!isAdministrator(caller) && caller instanceof VirtualKey && caller.userId === userId) {
    throw forbidden('Cannot reset your own spend. Ask a proxy admin.', 'user_id');
  }
  if (typeof spend !== 'number') throw badRequest('reset_to must be a number of dollars', 'reset_to');
  const member = await memberOf(entities, team, userId);
  const { spend: before, litellm_budget_table: budget } = shownMembership(
    member,
    team,
    await spendFactsOf(entities, [member]),
  );
  if (spend > Number(before)) {
    throw badRequest(`reset_to must be at most what is spent, which is ${String(before)}`, 'reset_to');
  }
  await entities.change((writer) => setSpent(writer, member, spend, entities.calendar));
  const { max_budget: most = null } = (budget ?? {}) as Mapping;
  return { team_id: team.id, user_id: userId, spend, previous_spend: before, max_budget: most };
}

async function memberOf(entities: Entities, team: Entity, userId: string): Promise<Entity> {
  const member = await entities.find({ kind: 'member', id: memberId(team.id, userId) });
  if (member) return member;
  throw notFound(`User ${userId.slice(0, 200)} is not a member of team ${team.id}.`, 'user_id');
}
