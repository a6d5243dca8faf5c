import type { Caller } from '@showrunner/access';
import { GatewayError } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { memberId } from '../../keys/holding.ts';
import { mappingIn, textIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { actorOf } from '../management-ports.ts';
import { withoutNulls } from '../written.ts';

/** Where LiteLLM keeps which budget a team's members share, in its metadata. */
export const SHARED_BUDGET = 'team_member_budget_id';

/** The budget that the members of a team share who have none of their own. */
export function sharedBudgetId(team: Entity): string | null {
  return textIn(mappingIn(team.settings, 'metadata'), SHARED_BUDGET) ?? null;
}

/** By which members of a body a member's own limits are changed, and under which they are kept. */
const OWN_LIMITS = {
  max_budget_in_team: 'max_budget',
  budget_duration: 'budget_duration',
  rpm_limit: 'rpm_limit',
  tpm_limit: 'tpm_limit',
  model_max_budget: 'model_max_budget',
  allowed_models: 'allowed_models',
  role: 'role',
} as const;

/** What a member may in the team with what was read of a body; null clears, and what is left out stays. */
export function memberSettings(read: Mapping, present: Mapping): Mapping {
  const limits = Object.entries(OWN_LIMITS).flatMap(([name, kept]) =>
    read[name] === undefined ? [] : [[kept, read[name]] as const],
  );
  const { temp_budget_increase: extra, temp_budget_expiry: until } = read;
  const metadata = withoutNulls({
    ...mappingIn(present, 'metadata'),
    ...(extra !== undefined && { temp_budget_increase: extra }),
    ...(until !== undefined && { temp_budget_expiry: until }),
  });
  return withoutNulls({ ...present, ...Object.fromEntries(limits), metadata });
}

/** Takes a user into a team. Throws a 400 where they are in it already. */
export async function joinTeam(
  writer: EntityWriter,
  caller: Caller,
  { team, user, read }: { readonly team: Entity; readonly user: Entity; readonly read: Mapping },
): Promise<Entity> {
  const { default_team_member_models: models } = team.settings;
  const given = read.allowed_models === undefined && models !== undefined ? { ...read, allowed_models: models } : read;
  const membership = {
    kind: 'member',
    id: memberId(team.id, user.id),
    teamId: team.id,
    userId: user.id,
    budgetId: sharedBudgetId(team),
    createdBy: actorOf(caller),
    settings: memberSettings(given, {}),
  } as const;
  return writer.add(membership).catch((error: unknown) => {
    if (!(error instanceof EntityExistsError)) throw error;
    throw new GatewayError({
      status: 400,
      type: 'team_member_already_in_team',
      param: 'member',
      message: `User=${user.id} is already a member of team=${team.id}`,
    });
  });
}

/** Lets a user go, with the keys that they have in the team. */
export async function leaveTeam(writer: EntityWriter, member: Entity): Promise<void> {
  const keys = await writer.list({ kind: 'key', teamId: member.teamId, userId: member.userId ?? '' });
  for (const key of keys) await writer.remove(key);
  await writer.remove(member);
}
