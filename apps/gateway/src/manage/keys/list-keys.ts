import type { Caller } from '@showrunner/access';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { textIn } from '../../keys/settings.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { EntityQuery } from '../../stored/entities/entity-query.ts';
import { seesEverything } from '../granter.ts';
import { pageOf } from '../page-of.ts';
import { notYours } from '../refusals.ts';
import { namedDigest } from './key-access.ts';
import { factsOf, listedKey } from './show-key.ts';

/** What of the list is asked for, as the route reads it. */
export interface KeyListQuery {
  readonly page?: number;
  readonly size?: number;
  readonly user_id?: string | undefined;
  readonly team_id?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly key_hash?: string | undefined;
  readonly key_alias?: string | undefined;
  /** An alias that holds it. */
  readonly search?: string | undefined;
  readonly substring_matching?: boolean | undefined;
  readonly return_full_object?: boolean | undefined;
  readonly include_team_keys?: boolean | undefined;
  readonly sort_by?: 'created_at' | 'updated_at' | 'key_alias' | undefined;
  readonly sort_order?: 'asc' | 'desc' | undefined;
}

/** Which keys a caller sees: administrators all, others their own, and those of teams that they administer. */
export async function keyFilter(entities: Entities, caller: Caller, query: KeyListQuery): Promise<EntityQuery> {
  const asked = await askedFilter(entities, query);
  if (seesEverything(caller)) return asked;
  if (!(caller instanceof VirtualKey)) throw notYours('key', 'key');
  const { userId, keyId } = caller;
  if (userId === undefined) return { ...asked, ids: [keyId] };
  const isForeign = asked.userId !== undefined && asked.userId !== userId;
  const teamIds = await administeredTeams(entities, userId);
  if (asked.teamId !== undefined && asked.teamId !== null && !teamIds.includes(asked.teamId)) {
    throw notYours('team', 'team_id');
  }
  if (isForeign && asked.teamId === undefined) throw notYours('user', 'user_id');
  const isOfTeams = query.include_team_keys === true || asked.teamId !== undefined;
  return { ...asked, either: { userId, teamIds: isOfTeams ? teamIds : [] } };
}

async function askedFilter(entities: Entities, query: KeyListQuery): Promise<EntityQuery> {
  const { key_hash: hash, key_alias: alias, substring_matching: isPart, search } = query;
  const ofHash = hash === undefined ? undefined : await entities.keyOfDigest(namedDigest(hash));
  return {
    kind: 'key',
    ...(hash !== undefined && { ids: ofHash ? [ofHash.id] : [] }),
    userId: query.user_id,
    teamId: query.team_id,
    organizationId: query.organization_id,
    search,
    ...(isPart === true ? { aliasHolds: alias } : { alias }),
  };
}

/** The teams in which a user is an admin. */
async function administeredTeams(entities: Entities, userId: string): Promise<string[]> {
  const memberships = await entities.list({ kind: 'member', userId });
  return memberships
    .filter(({ settings }) => textIn(settings, 'role') === 'admin')
    .flatMap(({ teamId }) => teamId ?? []);
}

/** Keys by their digests, or whole. */
export async function listedKeys(entities: Entities, filter: EntityQuery, query: KeyListQuery) {
  const { page = 1, size = 10, sort_by: sortBy = 'created_at', sort_order: direction } = query;
  const orderBy = sortBy === 'key_alias' ? 'alias' : sortBy;
  const { rows, total } = await pageOf(entities, filter, { page, size, orderBy, direction });
  const facts = await factsOf(entities, rows);
  return {
    keys: rows.map((key) =>
      query.return_full_object === true ? listedKey(key, facts) : (facts.digests.get(key.id) ?? ''),
    ),
    total_count: total,
    current_page: page,
    total_pages: Math.ceil(total / size),
  };
}
