import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { textsIn } from '../../keys/settings.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { EntityChanges, Entity } from '../../stored/entities/entity.ts';
import { keptCallbacks } from '../callbacks/kept-callbacks.ts';
import { checkBudgetModels } from '../check-budget-models.ts';
import { grantable } from '../granter.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { kept, readText, readTexts } from '../read-members.ts';
import { forbidden } from '../refusals.ts';
import { checkSoftBudget } from '../soft-budget.ts';
import { checkOrganization, teamColumns, teamSettings } from './make-team.ts';
import { writeSharedBudget } from './shared-budget.ts';
import { shownTeam, teamFactsOf } from './show-team.ts';
import { accessibleTeam, teamBounds, teamNotFound, type AccessibleTeam } from './team-access.ts';
import { memberDefaults, teamMembers } from './team-members.ts';

/** Changes what is written of a team; null clears, and what is left out stays. Throws a 400, 403 or 404. */
export async function changeTeam(ports: ManagementPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const { team_id: teamId, ...read } = readMembers(body, teamMembers);
  const accessible = await accessibleTeam(ports.entities, caller, teamId, 'manage');
  const team = await writeTeam(ports, caller, accessible, read);
  return { team_id: team.id, data: shownTeam(team, await teamFactsOf(ports.entities, [team])) };
}

/** The same of the team that a path names, which is told alone. Throws a 400, 403 or 404. */
export async function patchTeam(
  ports: ManagementPorts,
  caller: Caller,
  teamId: string,
  body: unknown,
): Promise<Mapping> {
  const { team_id: named = teamId, ...read } = readMembers(body, teamMembers);
  if (named !== teamId) throw badRequest('team_id must be the one of the path', 'team_id');
  const team = await writeTeam(ports, caller, await accessibleTeam(ports.entities, caller, teamId, 'manage'), read);
  return shownTeam(team, await teamFactsOf(ports.entities, [team]));
}

async function writeTeam(
  ports: ManagementPorts,
  caller: Caller,
  { team, standing }: AccessibleTeam,
  read: Mapping,
): Promise<Entity> {
  const { entities, describe } = ports;
  if (standing !== 'administrator') checkOwn(standing, team, read);
  if (typeof read.organization_id === 'string') await checkOrganization(ports, read.organization_id);
  const present = { ...((team.settings.metadata ?? {}) as Mapping), ...team.settings };
  const written = { members: read, present: team.settings, isAdministrator: standing === 'administrator' };
  const sealed = keptCallbacks(ports.callbacks, written);
  const bounds = await teamBounds(entities, standing, team);
  const members = grantable(caller, { members: sealed, present, describe, namesCallbacks: true }, bounds);
  checkSoftBudget({ ...team.settings, ...members });
  checkBudgetModels(ports, caller, read);
  return changedTeam(entities, team, async (writer, now) => {
    const shared = await writeSharedBudget(writer, caller, now, members);
    const settings = teamSettings(members, shared.settings);
    return { ...teamColumns(members), updatedBy: actorOf(caller), settings };
  });
}

/** What is not for those who look after a team to change: to whom it belongs, and what its admins have for themselves. */
function checkOwn(standing: AccessibleTeam['standing'], team: Entity, read: Mapping): void {
  if (read.organization_id !== undefined && read.organization_id !== team.organizationId) {
    throw forbidden('Only proxy admins can give a team to another organization', 'organization_id');
  }
  const own = Object.keys(memberDefaults).find((name) => read[name] !== undefined);
  if (standing === 'team_admin' && own !== undefined) {
    throw forbidden(`An admin of the team is held to \`${own}\` as well, and cannot set it`, own);
  }
}

/** Keeps a team from calling, or lets it call again. */
export async function setTeamBlocked(
  entities: Entities,
  caller: Caller,
  body: unknown,
  isBlocked: boolean,
): Promise<Mapping> {
  const { team_id: teamId } = readMembers(body, { team_id: kept('request', readText) });
  const { team } = await accessibleTeam(entities, caller, teamId, 'own');
  const written = await changedTeam(entities, team, async (_writer, { settings }) => ({
    settings: { ...settings, blocked: isBlocked },
    updatedBy: actorOf(caller),
  }));
  return shownTeam(written, await teamFactsOf(entities, [written]));
}

const named = { team_id: kept('request', readText), models: kept('request', readTexts) };

/** Adds to a team's models, or takes from them. An empty list is all models, and none can be taken from that. */
export async function changeTeamModels(
  ports: ManagementPorts,
  caller: Caller,
  body: unknown,
  change: 'add' | 'delete',
): Promise<Mapping> {
  const { team_id: teamId, models } = readMembers(body, named);
  if (!Array.isArray(models) || models.length === 0) throw badRequest('models must name at least one model', 'models');
  const accessible = await accessibleTeam(ports.entities, caller, teamId, 'manage');
  const present = textsIn(accessible.team.settings, 'models');
  const all = present.length === 0 ? ['all-proxy-models'] : present;
  const wanted =
    change === 'add' ? [...new Set([...all, ...models])] : present.filter((name) => !models.includes(name));
  if (wanted.length === 0 && present.length > 0) {
    throw badRequest('A team without a list asks all models: leave one, or write no-default-models', 'models');
  }
  const team = await writeTeam(ports, caller, accessible, { models: wanted });
  return shownTeam(team, await teamFactsOf(ports.entities, [team]));
}

/** Changes a team as it is now. Throws a 404 where it has gone meanwhile. */
export async function changedTeam(
  entities: Entities,
  team: Entity,
  change: (writer: Parameters<Parameters<Entities['change']>[0]>[0], now: Entity) => Promise<EntityChanges>,
): Promise<Entity> {
  const written = await entities.change(async (writer) => {
    const now = await writer.find(team);
    return now && writer.update(team, await change(writer, now));
  });
  if (!written) throw teamNotFound(team.id);
  return written;
}
