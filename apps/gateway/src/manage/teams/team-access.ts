import type { Caller } from '@showrunner/access';
import { memberId } from '../../keys/holding.ts';
import { textIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { entityBounds, type Bounds } from '../bounds.ts';
import { isAdministrator, seesEverything } from '../granter.ts';
import { looksAfterOrganization } from '../organizations/organization-access.ts';
import { notFound, notYours } from '../refusals.ts';

/** As what somebody comes to a team, the one who may most first. */
export type TeamStanding = 'administrator' | 'organization_admin' | 'team_admin' | 'reader';

/** What is to be done with a team, by who may: LiteLLM's roles for its routes (`LiteLLMRoutes`, 1.108.7). */
const MAY: Readonly<Record<'read' | 'manage' | 'own', readonly TeamStanding[]>> = {
  read: ['administrator', 'organization_admin', 'team_admin', 'reader'],
  /** Its members and its limits. */
  manage: ['administrator', 'organization_admin', 'team_admin'],
  /** Whether there is such a team, and whether it may call. */
  own: ['administrator', 'organization_admin'],
};

export interface AccessibleTeam {
  readonly team: Entity;
  readonly standing: TeamStanding;
}

/** The team that a body or a query names, where the caller may do this with it; to all others none. Throws a 400, 403 or 404. */
export async function accessibleTeam(
  entities: Entities,
  caller: Caller,
  teamId: unknown,
  what: keyof typeof MAY,
): Promise<AccessibleTeam> {
  if (typeof teamId !== 'string') throw badRequest('team_id must name a team', 'team_id');
  const team = await entities.find({ kind: 'team', id: teamId });
  if (!team) {
    if (isAdministrator(caller) || (what === 'read' && seesEverything(caller))) throw teamNotFound(teamId);
    throw notYours('team', 'team_id');
  }
  const standing = await teamStanding(entities, caller, team);
  if (standing === undefined || !MAY[what].includes(standing)) throw notYours('team', 'team_id');
  return { team, standing };
}

export function teamNotFound(teamId: string) {
  return notFound(`Team not found, passed team_id=${teamId.slice(0, 200)}`, 'team_id');
}

/** As what a caller comes to a team; nothing where it is none of theirs. */
export async function teamStanding(
  entities: Entities,
  caller: Caller,
  team: Entity,
): Promise<TeamStanding | undefined> {
  if (isAdministrator(caller)) return 'administrator';
  if (!(caller instanceof VirtualKey)) return undefined;
  const { userId, teamId } = caller;
  if (await looksAfterOrganization(entities, caller, team.organizationId)) return 'organization_admin';
  const member =
    userId === undefined ? undefined : await entities.find({ kind: 'member', id: memberId(team.id, userId) });
  if (textIn(member?.settings, 'role') === 'admin') return 'team_admin';
  return member || teamId === team.id || seesEverything(caller) ? 'reader' : undefined;
}

/** How far those may widen a team who look after it: a team's admins not beyond the team, those of its organization not beyond that. */
export async function teamBounds(
  entities: Entities,
  standing: TeamStanding,
  team: Pick<Entity, 'organizationId'> & Partial<Entity>,
): Promise<Bounds | undefined> {
  const owner =
    standing === 'team_admin'
      ? ({ kind: 'team', id: team.id ?? '' } as const)
      : ({ kind: 'organization', id: team.organizationId ?? '' } as const);
  const entity = await entities.find(owner);
  if (!entity) return undefined;
  const budget = entity.budgetId === null ? undefined : await entities.find({ kind: 'budget', id: entity.budgetId });
  return entityBounds(owner.kind, entity, budget);
}
