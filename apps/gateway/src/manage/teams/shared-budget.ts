import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import { mappingIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { actorOf } from '../management-ports.ts';
import { withoutNulls } from '../written.ts';
import { SHARED_BUDGET, sharedBudgetId } from './memberships.ts';

/** What of a team's body is what of the budget that its members share. */
const SHARED_LIMITS = {
  team_member_budget: 'max_budget',
  team_member_budget_duration: 'budget_duration',
  team_member_rpm_limit: 'rpm_limit',
  team_member_tpm_limit: 'tpm_limit',
  team_member_model_max_budget: 'model_max_budget',
} as const;

/** Writes the budget that members of a team share; the first time all refer to it who have had none. */
export async function writeSharedBudget(
  writer: EntityWriter,
  caller: Caller,
  team: Entity,
  read: Mapping,
): Promise<Entity> {
  const limits = Object.entries(SHARED_LIMITS).flatMap(([name, kept]) =>
    read[name] === undefined ? [] : [[kept, read[name]] as const],
  );
  if (limits.length === 0) return team;
  const budgetId = sharedBudgetId(team);
  const present = budgetId === null ? undefined : await writer.find({ kind: 'budget', id: budgetId });
  const settings = withoutNulls({ ...present?.settings, ...Object.fromEntries(limits) });
  if (present) {
    await writer.update(present, { settings, updatedBy: actorOf(caller) });
    return team;
  }
  return giveSharedBudget(writer, caller, team, settings);
}

async function giveSharedBudget(
  writer: EntityWriter,
  caller: Caller,
  team: Entity,
  settings: Mapping,
): Promise<Entity> {
  const { id } = await writer.add({ kind: 'budget', id: randomUUID(), createdBy: actorOf(caller), settings });
  const members = await writer.list({ kind: 'member', teamId: team.id });
  for (const member of members) if (member.budgetId === null) await writer.update(member, { budgetId: id });
  const metadata = { ...mappingIn(team.settings, 'metadata'), [SHARED_BUDGET]: id };
  return (await writer.update(team, { settings: { ...team.settings, metadata } })) ?? team;
}
