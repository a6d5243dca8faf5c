import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { memberId } from '../../keys/holding.ts';
import { textIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { checkSeesEverything, seesEverything } from '../granter.ts';
import { factsOf, listedKey } from '../keys/show-key.ts';
import { pageOf } from '../page-of.ts';
import { notFound, notYours } from '../refusals.ts';
import { teamsOf } from '../teams/list-teams.ts';
import { shownTeam, teamFactsOf } from '../teams/show-team.ts';
import { shownUser, userFactsOf } from './show-user.ts';

/** The user whom a query names, else the one who asks; administrators see all, others themselves and who is in teams of which they are admins. */
export async function accessibleUser(entities: Entities, caller: Caller, asked: string | undefined): Promise<Entity> {
  const own = caller instanceof VirtualKey ? caller.userId : undefined;
  const userId = asked ?? own;
  if (userId === undefined) throw badRequest('user_id must name a user', 'user_id');
  const user = await entities.find({ kind: 'user', id: userId });
  if (seesEverything(caller)) {
    if (user) return user;
    throw notFound(`User not found, passed user_id=${userId.slice(0, 200)}`, 'user_id');
  }
  if (user && own !== undefined && (userId === own || (await isAdminOf(entities, own, userId)))) return user;
  throw notYours('user', 'user_id');
}

async function isAdminOf(entities: Entities, userId: string, otherId: string): Promise<boolean> {
  const ids = (await teamsOf(entities, otherId)).map((teamId) => memberId(teamId, userId));
  const places = await entities.list({ kind: 'member', ids });
  return places.some(({ settings }) => textIn(settings, 'role') === 'admin');
}

/** `/user/info`: a user with their keys and teams. */
export async function userInfo(entities: Entities, user: Entity): Promise<Mapping> {
  const [keys, teamIds] = await Promise.all([
    entities.list({ kind: 'key', userId: user.id }),
    teamsOf(entities, user.id),
  ]);
  const teams = await entities.list({ kind: 'team', ids: teamIds });
  const [facts, ofKeys, ofTeams] = await Promise.all([
    userFactsOf(entities, [user]),
    factsOf(entities, keys),
    teamFactsOf(entities, teams),
  ]);
  return {
    user_id: user.id,
    user_info: shownUser(user, facts),
    keys: keys.map((key) => listedKey(key, ofKeys)),
    teams: teams.map((team) => shownTeam(team, ofTeams)),
  };
}

/** Which users are listed, as the route reads it. */
export interface UserListQuery {
  readonly page: number;
  readonly page_size: number;
  readonly user_ids?: string | undefined;
  readonly user_email?: string | undefined;
  readonly team?: string | undefined;
  readonly search?: string | undefined;
  readonly sort_by: keyof typeof ORDERS;
  readonly sort_order: 'asc' | 'desc';
}

/** LiteLLM's names for what users are listed by. */
const ORDERS = { created_at: 'created_at', user_id: 'id', user_email: 'alias' } as const;

/** `/user/list`: a page of users, with how many keys each has. For those who see everything. */
export async function pagedUsers(entities: Entities, caller: Caller, query: UserListQuery) {
  checkSeesEverything(caller);
  const { page, page_size: size, user_ids: userIds, user_email: aliasHolds, team, search } = query;
  const ofTeam = team === undefined ? undefined : await entities.list({ kind: 'member', teamId: team });
  const named = userIds?.split(',').map((id) => id.trim());
  const members = ofTeam?.flatMap(({ userId }) => userId ?? []);
  const ids = named && members ? named.filter((id) => members.includes(id)) : (named ?? members);
  const order = { orderBy: ORDERS[query.sort_by], direction: query.sort_order };
  const { rows, total } = await pageOf(entities, { kind: 'user', ids, aliasHolds, search }, { page, size, ...order });
  const [facts, keys] = await Promise.all([
    userFactsOf(entities, rows),
    Promise.all(rows.map(({ id }) => entities.count({ kind: 'key', userId: id }))),
  ]);
  const users = rows.map((user, index) => ({ ...shownUser(user, facts), key_count: keys[index] ?? 0 }));
  return { users, total, page, page_size: size, total_pages: Math.ceil(total / size) };
}
