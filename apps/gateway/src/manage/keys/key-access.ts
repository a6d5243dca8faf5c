import { digestOf, type Caller } from '@showrunner/access';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { memberId } from '../../keys/holding.ts';
import { textIn, textsIn } from '../../keys/settings.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { isAdministrator, seesEverything } from '../granter.ts';
import { notFound, notYours } from '../refusals.ts';

/** LiteLLM's names of what members of a team may be allowed to do with its keys (`team_member_permissions`), as far as it is acted on. */
export const KEY_PERMISSIONS = [
  '/key/generate',
  '/key/update',
  '/key/delete',
  '/key/regenerate',
  '/key/info',
  '/key/health',
  '/key/block',
  '/key/unblock',
] as const;

export type KeyPermission = Exclude<(typeof KEY_PERMISSIONS)[number], '/key/health'>;

/** The rest of LiteLLM's (`KeyManagementRoutes`, 1.108.7): they are kept, and allow nothing here. */
export const OTHER_PERMISSIONS: readonly string[] = [
  '/key/service-account/generate',
  '/key/{key_id}/regenerate',
  '/key/bulk_update',
  '/team/key/bulk_update',
  '/key/{key_id}/reset_spend',
  '/key/access_group_assignment',
  '/auto_router/manage',
  '/key/list',
  '/key/aliases',
  '/team/daily/activity',
  '/team/daily/activity/aggregated',
  '/spend/logs',
  '/spend/logs/v2',
];

/** What the members of a team may do that says nothing of it, as in LiteLLM. */
export const DEFAULT_PERMISSIONS: readonly string[] = ['/key/info', '/key/health'];

/** The digest by which a key is kept: whoever names one writes it itself, or its digest. */
export function namedDigest(named: string): string {
  return named.startsWith('sk-') ? digestOf(named) : named;
}

/**
 * The key that a body or a query names, where the caller may do this with it: an administrator, its user, its team's
 * admins and those whom the team allows. To all others one that is there looks like one that is not. Throws a 403 or 404.
 */
export async function accessibleKey(
  entities: Entities,
  caller: Caller,
  named: string,
  permission: KeyPermission,
): Promise<Entity> {
  const key = await entities.keyOfDigest(namedDigest(named));
  if (isAdministrator(caller) || (permission === '/key/info' && seesEverything(caller))) {
    if (key) return key;
    throw notFound('Key not found in database', 'key');
  }
  if (key && caller instanceof VirtualKey && (await mayUse(entities, caller, key, permission))) return key;
  throw notYours('key', 'key');
}

async function mayUse(
  entities: Entities,
  caller: VirtualKey,
  key: Entity,
  permission: KeyPermission,
): Promise<boolean> {
  if (permission === '/key/info' && key.id === caller.keyId) return true;
  // Who is kept out must not let itself in again.
  if (permission === '/key/unblock') return isTeamAdmin(entities, caller, key.teamId);
  if (caller.userId !== undefined && key.userId === caller.userId) return true;
  return mayInTeam(entities, caller, key.teamId, permission);
}

/** Whether the caller may do this in a team: as its admin, or as a member whom it allows. */
export async function mayInTeam(
  entities: Entities,
  { userId }: VirtualKey,
  teamId: string | null,
  permission: KeyPermission,
): Promise<boolean> {
  if (userId === undefined || teamId === null) return false;
  const member = await entities.find({ kind: 'member', id: memberId(teamId, userId) });
  if (!member) return false;
  if (textIn(member.settings, 'role') === 'admin') return true;
  const team = await entities.find({ kind: 'team', id: teamId });
  const permissions = textsIn(team?.settings, 'team_member_permissions');
  return (permissions.length === 0 ? DEFAULT_PERMISSIONS : permissions).includes(permission);
}

async function isTeamAdmin(entities: Entities, { userId }: VirtualKey, teamId: string | null): Promise<boolean> {
  if (userId === undefined || teamId === null) return false;
  const member = await entities.find({ kind: 'member', id: memberId(teamId, userId) });
  return textIn(member?.settings, 'role') === 'admin';
}
