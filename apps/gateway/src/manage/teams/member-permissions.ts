import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { textsIn } from '../../keys/settings.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { checkAdministrator, seesEverything } from '../granter.ts';
import { DEFAULT_PERMISSIONS, KEY_PERMISSIONS, OTHER_PERMISSIONS } from '../keys/key-access.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readFlag, readText, readTexts } from '../read-members.ts';
import { notYours } from '../refusals.ts';
import { changedTeam } from './change-team.ts';
import { shownTeam, teamFactsOf } from './show-team.ts';
import { accessibleTeam } from './team-access.ts';

/** What the members of a team may do with its keys, and what they could be allowed. Throws a 400, 403 or 404. */
export async function memberPermissions(
  entities: Entities,
  caller: Caller,
  teamId: string | undefined,
): Promise<Mapping> {
  const { team, standing } = await accessibleTeam(entities, caller, teamId, 'read');
  if (standing === 'reader' && !seesEverything(caller)) throw notYours('team', 'team_id');
  const written = textsIn(team.settings, 'team_member_permissions');
  return {
    team_id: team.id,
    team_member_permissions: written.length === 0 ? DEFAULT_PERMISSIONS : written,
    all_available_permissions: KEY_PERMISSIONS,
  };
}

/** Says what the members of a team may do with its keys. Throws a 400, 403 or 404. */
export async function setMemberPermissions(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  const { team_id: teamId, team_member_permissions: permissions } = readMembers(body, {
    team_id: kept('request', readText),
    team_member_permissions: kept('request', readTexts),
  });
  const { team } = await accessibleTeam(entities, caller, teamId, 'manage');
  const wanted = knownPermissions(permissions, 'team_member_permissions');
  const written = await changedTeam(entities, team, async (_writer, { settings }) => ({
    settings: { ...settings, team_member_permissions: wanted },
    updatedBy: actorOf(caller),
  }));
  return shownTeam(written, await teamFactsOf(entities, [written]));
}

/** Adds to what the members of several teams may do. Throws a 400, 403 or 404. */
export async function addMemberPermissions(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body, {
    permissions: kept('request', readTexts),
    team_ids: kept('request', readTexts),
    apply_to_all_teams: kept('request', readFlag),
  });
  const added = knownPermissions(read.permissions, 'permissions');
  if (added.length === 0) return { message: 'No permissions provided', teams_updated: 0 };
  const named = Array.isArray(read.team_ids) ? (read.team_ids as readonly string[]) : [];
  if (named.length > 0 === (read.apply_to_all_teams === true)) {
    throw badRequest('Provide either team_ids or apply_to_all_teams=true', 'team_ids');
  }
  for (const id of named) await accessibleTeam(entities, caller, id, 'manage');
  const count = await entities.change(async (writer) => {
    let changed = 0;
    for (const team of await writer.list({ kind: 'team', ...(named.length > 0 && { ids: named }) })) {
      const before = textsIn(team.settings, 'team_member_permissions');
      const wanted = [...new Set([...before, ...added])].sort();
      if (wanted.length === before.length) continue;
      const settings = { ...team.settings, team_member_permissions: wanted };
      await writer.update(team, { settings, updatedBy: actorOf(caller) });
      changed++;
    }
    return changed;
  });
  return { message: 'Team permissions updated successfully', teams_updated: count, permissions_appended: added };
}

/** Throws a 400 for what nobody knows. */
function knownPermissions(value: unknown, member: string): readonly string[] {
  const wanted = Array.isArray(value) ? (value as readonly string[]) : [];
  const known: readonly string[] = [...KEY_PERMISSIONS, ...OTHER_PERMISSIONS];
  const unknown = wanted.find((one) => !known.includes(one));
  if (unknown === undefined) return wanted;
  throw badRequest(`${member} must be of ${known.join(', ')}: ${unknown.slice(0, 200)} is none`, member);
}
