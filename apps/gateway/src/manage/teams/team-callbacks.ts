import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { ownCallbacksOf } from '../../keys/own-callbacks.ts';
import { mappingIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { keptCallbacks } from '../callbacks/kept-callbacks.ts';
import { readCallback } from '../callbacks/read-callbacks.ts';
import { isAdministrator } from '../granter.ts';
import { actorOf, type ManagementPorts } from '../management-ports.ts';
import { notFound } from '../refusals.ts';
import { shownSettings } from '../show-metadata.ts';
import { changedTeam } from './change-team.ts';
import { shownTeam, teamFactsOf } from './show-team.ts';
import { accessibleTeam } from './team-access.ts';

/** As LiteLLM answers of callbacks. */
interface CallbackAnswer extends Mapping {
  readonly status: 'success';
  readonly message?: string;
  readonly data: Mapping;
}

/** Has one more told of a team's calls. Throws a 400, 403 or 404. */
export async function addTeamCallback(
  ports: ManagementPorts,
  caller: Caller,
  { teamId, body }: { readonly teamId: string; readonly body: unknown },
): Promise<CallbackAnswer> {
  const { team } = await accessibleTeam(ports.entities, caller, teamId, 'manage');
  const added = readCallback(body, '', ports.callbacks.reader());
  const written = await writeCallbacks(ports, caller, team, (metadata) => {
    const list = listOf(metadata);
    const isThere = list.some(
      (one) => one.callback_name === added.callback_name && one.callback_type === added.callback_type,
    );
    if (isThere) {
      const what = `callback_name = ${String(added.callback_name)} already exists in team_callback_settings`;
      const event = String(added.callback_type);
      throw badRequest(`${what}, for team_id = ${teamId.slice(0, 200)} and event = ${event}`, 'callback_name');
    }
    return { ...metadata, logging: [...list, added] };
  });
  return { status: 'success', data: shownTeam(written, await teamFactsOf(ports.entities, [written])) };
}

/** Who is told of a team's calls, without the secrets. Throws a 403 or 404. */
export async function teamCallbacks(
  { entities }: ManagementPorts,
  caller: Caller,
  teamId: string,
): Promise<CallbackAnswer> {
  const { team } = await accessibleTeam(entities, caller, teamId, 'manage');
  const { successes, failures, variables } = shownCallbacks(team);
  return {
    status: 'success',
    data: { team_id: team.id, success_callbacks: successes, failure_callbacks: failures, callback_vars: variables },
  };
}

/** Has one told no longer, of whichever calls it was. Throws a 403 or 404. */
export async function removeTeamCallback(
  ports: ManagementPorts,
  caller: Caller,
  { teamId, name }: { readonly teamId: string; readonly name: string },
): Promise<CallbackAnswer> {
  const { team } = await accessibleTeam(ports.entities, caller, teamId, 'manage');
  const written = await writeCallbacks(ports, caller, team, (metadata) => {
    const list = listOf(metadata);
    const rest = list.filter((one) => one.callback_name !== name);
    if (rest.length === list.length) {
      const whose = `is not registered for team_id = ${teamId.slice(0, 200)}`;
      throw notFound(`callback_name = ${name.slice(0, 200)} ${whose}.`, 'callback_name');
    }
    return { ...metadata, logging: rest };
  });
  return toldOf(written, `Callback ${name.slice(0, 200)} removed for team ${team.id}`);
}

/** Has nobody told of a team's calls but those whom the configuration names, as in LiteLLM. Throws a 403 or 404. */
export async function disableTeamLogging(
  ports: ManagementPorts,
  caller: Caller,
  teamId: string,
): Promise<CallbackAnswer> {
  const { team } = await accessibleTeam(ports.entities, caller, teamId, 'manage');
  const written = await writeCallbacks(ports, caller, team, ({ callback_settings: _older, ...metadata }) => ({
    ...metadata,
    logging: [],
  }));
  return toldOf(written, `Logging disabled for team ${team.id}`);
}

function toldOf(team: Entity, message: string): CallbackAnswer {
  const { successes, failures } = shownCallbacks(team);
  return {
    status: 'success',
    message,
    data: { team_id: team.id, success_callbacks: successes, failure_callbacks: failures },
  };
}

/** Changes the callbacks of a team as it is now, so that two at once both count. */
function writeCallbacks(
  ports: ManagementPorts,
  caller: Caller,
  team: Entity,
  change: (metadata: Mapping) => Mapping,
): Promise<Entity> {
  return changedTeam(ports.entities, team, async (_writer, { settings }) => {
    const members = { metadata: change(mappingIn(settings, 'metadata')) };
    const written = { members, present: settings, isAdministrator: isAdministrator(caller) };
    const { metadata } = keptCallbacks(ports.callbacks, written);
    return { settings: { ...settings, metadata }, updatedBy: actorOf(caller) };
  });
}

function listOf({ logging }: Mapping): Mapping[] {
  return Array.isArray(logging) ? logging.filter(isMapping) : [];
}

function shownCallbacks({ settings }: Entity) {
  const metadata = mappingIn(shownSettings(settings), 'metadata');
  const own = ownCallbacksOf(metadata, metadata);
  const named = (event: 'onSuccess' | 'onFailure'): string[] =>
    (own?.callbacks ?? []).filter((one) => one[event]).map(({ name }) => name);
  return { successes: named('onSuccess'), failures: named('onFailure'), variables: own?.variables ?? {} };
}
