import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { readMembers } from '../members.ts';
import { kept, readTexts } from '../read-members.ts';
import { sharedBudgetId } from './memberships.ts';
import { accessibleTeam } from './team-access.ts';

/** Deletes all teams that are named, or none where one is not the caller's. Throws a 400, 403 or 404. */
export async function removeTeams(
  entities: Entities,
  caller: Caller,
  body: unknown,
): Promise<{ deleted_teams: string[] }> {
  const { team_ids: teamIds } = readMembers(body, { team_ids: kept('request', readTexts) });
  if (!Array.isArray(teamIds) || teamIds.length === 0) {
    throw badRequest('team_ids must name at least one team', 'team_ids');
  }
  const found = await Promise.all(teamIds.map((teamId) => accessibleTeam(entities, caller, teamId, 'own')));
  await entities.change(async (writer) => {
    for (const { team } of found) await removeTeam(writer, team);
  });
  return { deleted_teams: teamIds as string[] };
}

/** What a team has goes with it: its keys and models, who belongs to it, and the budget that those share. */
export async function removeTeam(writer: EntityWriter, team: Entity): Promise<void> {
  await writer.remove(team);
  for (const kind of ['key', 'member', 'model'] as const) {
    for (const one of await writer.list({ kind, teamId: team.id })) await writer.remove(one);
  }
  const budgetId = sharedBudgetId(team);
  if (budgetId !== null) await writer.remove({ kind: 'budget', id: budgetId });
}
