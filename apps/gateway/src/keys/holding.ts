import type { Entity } from '../stored/entities/entity.ts';
import type { Entities } from '../stored/entities/entities.ts';
import { textsIn } from './settings.ts';

/** A key with all that it belongs to. */
export interface Holding {
  readonly key: Entity;
  /** Until when it is found by what it was called by before, in milliseconds since 1970; null where that is for good. */
  readonly foundUntil: number | null;
  readonly team: Entity | undefined;
  readonly user: Entity | undefined;
  /** The user in the team. */
  readonly member: Entity | undefined;
  readonly organization: Entity | undefined;
  /** Budgets that any of them shares with others, by their ids. */
  readonly budgets: ReadonlyMap<string, Entity>;
  /** Those that the key or its team names. */
  readonly accessGroups: readonly Entity[];
}

/** The id of a user's membership: of a team, or of an organization. */
export function memberId(of: string, userId: string): string {
  return `${encodeURIComponent(of)}:${encodeURIComponent(userId)}`;
}

/** The key that a digest finds; nothing where there is none, or where its team is gone. */
export async function loadHolding(entities: Entities, digest: string): Promise<Holding | undefined> {
  const found = await entities.findByDigest(digest);
  if (!found) return undefined;
  const { key, until: foundUntil } = found;
  const { teamId, userId } = key;
  const [team, user, member] = await Promise.all([
    teamId === null ? undefined : entities.find({ kind: 'team', id: teamId }),
    userId === null ? undefined : entities.find({ kind: 'user', id: userId }),
    teamId === null || userId === null ? undefined : entities.find({ kind: 'member', id: memberId(teamId, userId) }),
  ]);
  // Whatever limited it is gone with its team.
  if (teamId !== null && !team) return undefined;
  const organizationId = key.organizationId ?? team?.organizationId ?? null;
  const organization =
    organizationId === null ? undefined : await entities.find({ kind: 'organization', id: organizationId });
  const parts = [key, team, user, member, organization].filter((part) => part !== undefined);
  return {
    key,
    foundUntil,
    team,
    user,
    member,
    organization,
    budgets: await budgetsOf(entities, parts),
    accessGroups: await accessGroupsOf(entities, [key, team]),
  };
}

/** Nearly all have none, of a hundred thousand. */
const NO_BUDGETS: ReadonlyMap<string, Entity> = new Map();

async function budgetsOf(entities: Entities, parts: readonly Entity[]): Promise<ReadonlyMap<string, Entity>> {
  const ids = parts.flatMap(({ budgetId }) => (budgetId === null ? [] : [budgetId]));
  if (ids.length === 0) return NO_BUDGETS;
  return new Map((await entities.list({ kind: 'budget', ids })).map((budget) => [budget.id, budget]));
}

async function accessGroupsOf(entities: Entities, parts: readonly (Entity | undefined)[]): Promise<readonly Entity[]> {
  const ids = parts.flatMap((part) => textsIn(part?.settings, 'access_group_ids'));
  return ids.length === 0 ? [] : entities.list({ kind: 'access_group', ids });
}
