import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import { textsIn } from '../../keys/settings.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readText, readTexts, unserved } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { shownTimes } from '../show-spent.ts';
import { withoutNulls } from '../written.ts';
import { namedDigest } from '../keys/key-access.ts';

/** What a group is made with: LiteLLM's `AccessGroupCreateRequest`, 1.108.7. */
const members: MemberTable = {
  access_group_name: kept('request', readText),
  description: kept('request', readText),
  access_model_names: kept('request', readTexts),
  assigned_team_ids: kept('request', readTexts),
  assigned_key_ids: kept('request', readTexts),
  ...unserved('access_mcp_server_ids mcp_tool_permissions access_agent_ids access_skill_names'),
};

/** Makes a group of models, and gives it to teams and keys. Throws a 400, 403 or 409. */
export async function addAccessGroup(entities: Entities, caller: Caller, body: unknown): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body, members);
  if (typeof read.access_group_name !== 'string')
    throw badRequest('access_group_name is required', 'access_group_name');
  const keys = await keysOf(entities, read.assigned_key_ids);
  const id = randomUUID();
  const added = await entities
    .change(async (writer) => {
      const group = await writer.add({
        kind: 'access_group',
        id,
        alias: read.access_group_name as string,
        createdBy: actorOf(caller),
        settings: settingsOf(read, {}),
      });
      await assign(writer, id, 'team', teamIds(read));
      await assign(writer, id, 'key', keys);
      return group;
    })
    .catch(asTaken);
  return shownGroup(entities, added);
}

/** Changes a group; what is left out stays. Throws a 400, 403, 404 or 409. */
export async function changeAccessGroup(
  entities: Entities,
  caller: Caller,
  id: string,
  body: unknown,
): Promise<Mapping> {
  checkAdministrator(caller);
  const read = readMembers(body, members);
  const keys = read.assigned_key_ids === undefined ? undefined : await keysOf(entities, read.assigned_key_ids);
  const changed = await entities
    .change(async (writer) => {
      const group = await writer.find({ kind: 'access_group', id });
      if (!group) throw groupNotFound(id);
      if (read.assigned_team_ids !== undefined) await assign(writer, id, 'team', teamIds(read));
      if (keys) await assign(writer, id, 'key', keys);
      const alias = typeof read.access_group_name === 'string' ? { alias: read.access_group_name } : {};
      const settings = settingsOf(read, group.settings);
      return (await writer.update(group, { ...alias, settings, updatedBy: actorOf(caller) })) ?? group;
    })
    .catch(asTaken);
  return shownGroup(entities, changed);
}

/** Deletes a group; whoever had it asks its models no longer. Throws a 403 or 404. */
export async function removeAccessGroup(entities: Entities, caller: Caller, id: string): Promise<Mapping> {
  checkAdministrator(caller);
  await entities.change(async (writer) => {
    const group = await writer.find({ kind: 'access_group', id });
    if (!group) throw groupNotFound(id);
    await assign(writer, id, 'team', []);
    await assign(writer, id, 'key', []);
    await writer.remove(group);
  });
  return { message: `Access group ${id} deleted successfully` };
}

export async function readAccessGroup(entities: Entities, id: string): Promise<Mapping> {
  const group = await entities.find({ kind: 'access_group', id });
  if (!group) throw groupNotFound(id);
  return shownGroup(entities, group);
}

export async function listAccessGroups(entities: Entities): Promise<Mapping[]> {
  const groups = await entities.list({ kind: 'access_group' });
  return Promise.all(groups.map((group) => shownGroup(entities, group)));
}

function settingsOf(read: Mapping, present: Mapping): Mapping {
  const { description, access_model_names: models } = read;
  return withoutNulls({
    ...present,
    ...(description !== undefined && { description }),
    ...(models !== undefined && { access_model_names: models ?? [] }),
  });
}

function teamIds(read: Mapping): readonly string[] {
  return (read.assigned_team_ids ?? []) as readonly string[];
}

/** Keys by their own ids, where they are named by themselves or their digests. Throws a 400 for one that is not there. */
async function keysOf(entities: Entities, named: unknown): Promise<string[]> {
  return Promise.all(
    ((named ?? []) as readonly string[]).map(async (one) => {
      const key = await entities.keyOfDigest(namedDigest(one));
      if (!key) throw badRequest('assigned_key_ids names a key that is not there', 'assigned_key_ids');
      return key.id;
    }),
  );
}

/** From now on these have the group, and no others. Throws a 400 for one that is not there. */
async function assign(
  writer: EntityWriter,
  groupId: string,
  kind: 'team' | 'key',
  ids: readonly string[],
): Promise<void> {
  for (const holder of await writer.list({ kind })) {
    const groups = textsIn(holder.settings, 'access_group_ids');
    if (!groups.includes(groupId) || ids.includes(holder.id)) continue;
    const left = groups.filter((one) => one !== groupId);
    await writer.update(holder, { settings: { ...holder.settings, access_group_ids: left } });
  }
  for (const id of ids) {
    const holder = await writer.find({ kind, id });
    if (!holder) throw badRequest(`There is no ${kind} ${id.slice(0, 200)}`, `assigned_${kind}_ids`);
    const groups = textsIn(holder.settings, 'access_group_ids');
    if (groups.includes(groupId)) continue;
    await writer.update(holder, { settings: { ...holder.settings, access_group_ids: [...groups, groupId] } });
  }
}

async function shownGroup(entities: Entities, group: Entity): Promise<Mapping> {
  const holds = ({ settings }: Entity) => textsIn(settings, 'access_group_ids').includes(group.id);
  const [teams, keys] = await Promise.all([entities.list({ kind: 'team' }), entities.list({ kind: 'key' })]);
  const held = { teams: teams.filter(holds), keys: keys.filter(holds) };
  const digests = await entities.digestsOf(held.keys.map(({ id }) => id));
  const keyIds = held.keys.map(({ id }) => digests.get(id) ?? '');
  return {
    access_group_id: group.id,
    access_group_name: group.alias,
    description: group.settings.description ?? null,
    access_model_names: textsIn(group.settings, 'access_model_names'),
    access_mcp_server_ids: [],
    mcp_tool_permissions: null,
    access_agent_ids: [],
    access_skill_names: [],
    assigned_team_ids: held.teams.map(({ id }) => id),
    assigned_key_ids: keyIds,
    access_mcp_servers: [],
    access_agents: [],
    assigned_teams: held.teams.map(({ id, alias }) => ({ id, name: alias })),
    assigned_keys: held.keys.map(({ id, alias }) => ({ id: digests.get(id) ?? '', name: alias })),
    ...shownTimes(group),
  };
}

function groupNotFound(id: string): GatewayError {
  return notFound(`Access group '${id.slice(0, 200)}' not found`, 'access_group_id');
}

function asTaken(error: unknown): never {
  if (!(error instanceof EntityExistsError)) throw error;
  throw new GatewayError({
    status: 409,
    type: 'invalid_request_error',
    param: 'access_group_name',
    message: 'There is an access group with this name already',
  });
}
