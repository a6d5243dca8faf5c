import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { EntityQuery } from '../../stored/entities/entity-query.ts';
import { seesEverything } from '../granter.ts';
import { factsOf, listedKey, shownKey } from '../keys/show-key.ts';
import { administeredOrganizations } from '../organizations/organization-access.ts';
import { pageOf } from '../page-of.ts';
import { notYours } from '../refusals.ts';
import { shownMemberships, shownTeam, teamFactsOf } from './show-team.ts';

/** LiteLLM's word for teams without an organization. */
const WITHOUT_ORGANIZATION = 'default_organization';

/** Which teams are asked for, as the routes read it. */
export interface TeamListQuery {
  readonly user_id?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly team_id?: string | undefined;
  readonly team_alias?: string | undefined;
  readonly search?: string | undefined;
}

export interface TeamPageQuery extends TeamListQuery {
  readonly page: number;
  readonly page_size: number;
  readonly sort_by?: 'team_id' | 'team_alias' | 'created_at' | undefined;
  readonly sort_order: 'asc' | 'desc';
}

/** Which teams a caller sees: administrators all, others their own, and those of organizations that they look after. */
export async function teamFilter(entities: Entities, caller: Caller, query: TeamListQuery): Promise<EntityQuery> {
  const { user_id: userId, organization_id: organizationId, team_alias: aliasHolds, team_id: id, search } = query;
  const asked: EntityQuery = {
    kind: 'team',
    aliasHolds,
    search,
    organizationId: organizationId === WITHOUT_ORGANIZATION ? null : organizationId,
    ...(id !== undefined && { ids: [id] }),
  };
  if (seesEverything(caller)) {
    return userId === undefined ? asked : withIds(asked, await teamsOf(entities, userId));
  }
  if (!(caller instanceof VirtualKey)) throw notYours('team', 'team_id');
  const own = caller.userId === undefined ? [caller.teamId ?? ''] : await teamsOf(entities, caller.userId);
  if (userId === undefined || userId === caller.userId) {
    const organizations = await administeredOrganizations(entities, caller);
    return organizations.length === 0 ? withIds(asked, own) : { ...asked, eitherIds: { ids: own, organizations } };
  }
  return ofOthers(entities, caller, asked, userId);
}

/** Who looks after organizations sees the teams of others in them. */
async function ofOthers(entities: Entities, caller: Caller, asked: EntityQuery, userId: string): Promise<EntityQuery> {
  const organizations = await administeredOrganizations(entities, caller);
  if (organizations.length === 0) throw notYours('user', 'user_id');
  const teams = await entities.list(withIds({ kind: 'team' }, await teamsOf(entities, userId)));
  const seen = teams.filter(({ organizationId }) => organizations.includes(organizationId ?? ''));
  return withIds(
    asked,
    seen.map(({ id }) => id),
  );
}

function withIds(asked: EntityQuery, ids: readonly string[]): EntityQuery {
  return { ...asked, ids: asked.ids ? ids.filter((id) => asked.ids?.includes(id)) : ids };
}

/** The teams that a user is in. */
export async function teamsOf(entities: Pick<Entities, 'list'>, userId: string): Promise<string[]> {
  return (await entities.list({ kind: 'member', userId })).flatMap(({ teamId }) => teamId ?? []);
}

/** A database takes no longer list of ids in one question. */
const TEAMS_AT_ONCE = 1_000;

/** `/team/list`: all of them, with their keys and members. */
export async function listedTeams(entities: Entities, filter: EntityQuery): Promise<Mapping[]> {
  const listed: Mapping[] = [];
  for (let offset = 0; ; offset += TEAMS_AT_ONCE) {
    const page = { orderBy: 'alias', direction: 'asc', offset, limit: TEAMS_AT_ONCE } as const;
    const teams = await entities.list(filter, page);
    listed.push(...(await withKeys(entities, teams)));
    if (teams.length < TEAMS_AT_ONCE) return listed;
  }
}

async function withKeys(entities: Entities, teams: readonly Entity[]): Promise<Mapping[]> {
  const keys = await entities.list({ kind: 'key', teamIds: teams.map(({ id }) => id) });
  const [facts, ofKeys] = await Promise.all([teamFactsOf(entities, teams), factsOf(entities, keys)]);
  const byTeam = Map.groupBy(keys, ({ teamId }) => teamId ?? '');
  return teams.map((team) => ({
    ...shownTeam(team, facts),
    team_memberships: shownMemberships(team, facts),
    keys: (byTeam.get(team.id) ?? []).map((key) => listedKey(key, ofKeys)),
  }));
}

/** `/v2/team/list`: a page of them, with how many keys and members each has. */
export async function pagedTeams(entities: Entities, filter: EntityQuery, query: TeamPageQuery) {
  const { page, page_size: size, sort_by: sortBy = 'created_at', sort_order: direction } = query;
  const orderBy = ({ team_id: 'id', team_alias: 'alias', created_at: 'created_at' } as const)[sortBy];
  const { rows, total } = await pageOf(entities, filter, { page, size, orderBy, direction });
  const [facts, keys] = await Promise.all([
    teamFactsOf(entities, rows),
    Promise.all(rows.map(({ id }) => entities.count({ kind: 'key', teamId: id }))),
  ]);
  const teams = rows.map((team, index) => ({
    ...shownTeam(team, facts),
    members_count: facts.members.get(team.id)?.length ?? 0,
    keys_count: keys[index] ?? 0,
  }));
  return { teams, total, page, page_size: size, total_pages: Math.ceil(total / size) };
}

/** `/team/info`: one of them, its keys without what finds them. */
export async function teamInfo(entities: Entities, team: Entity): Promise<Mapping> {
  const keys = await entities.list({ kind: 'key', teamId: team.id });
  const [facts, ofKeys] = await Promise.all([teamFactsOf(entities, [team]), factsOf(entities, keys)]);
  return {
    team_id: team.id,
    team_info: shownTeam(team, facts),
    keys: keys.map((key) => shownKey(key, ofKeys)),
    team_memberships: shownMemberships(team, facts),
  };
}
