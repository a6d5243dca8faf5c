import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import { mappingIn, textIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { checkSeesEverything } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readText, readTexts } from '../read-members.ts';
import { budgetsOfTags } from './model-tag-budgets.ts';
import { groupNotFound, groupsOf, modelsNaming } from './naming-models.ts';
import { checkMayStore } from './stored-models.ts';
import type { StoredPorts } from './stored-ports.ts';

const reads = { method: 'get', tag: 'Stored models', scope: 'access_groups:read' } as const;
const writes = {
  tag: 'Stored models',
  scope: 'models:write',
  answer: { kind: 'json', name: 'TaggedModels', schema: z.looseObject({ access_group: z.string() }) },
} as const;
const group = z.looseObject({
  access_group: z.string(),
  model_names: z.array(z.string()),
  deployment_count: z.int(),
});

/**
 * Groups of stored models by a name that stands in each of them, `model_info.access_groups`
 * (`model_access_group_management_endpoints.py`, LiteLLM 1.108.7). Keys and teams that have the name in `models` ask them.
 */
export const modelTagRoutes = {
  addModelTag: {
    ...writes,
    method: 'post',
    path: '/access_group/new',
    summary: 'Give stored models the name of a new access group',
    errors: [],
  },
  listModelTags: {
    ...reads,
    path: '/access_group/list',
    summary: 'List the access groups that stored models name',
    answer: { kind: 'json', name: 'ModelTags', schema: z.object({ access_groups: z.array(group) }) },
    errors: [],
  },
  getModelTag: {
    ...reads,
    path: '/access_group/{access_group}/info',
    summary: 'Show which stored models name an access group',
    answer: { kind: 'json', name: 'ModelTag', schema: group },
    errors: ['NOT_FOUND'],
  },
  changeModelTag: {
    ...writes,
    method: 'put',
    path: '/access_group/{access_group}/update',
    summary: 'Give an access group other stored models',
    errors: ['NOT_FOUND'],
  },
  removeModelTag: {
    ...writes,
    method: 'delete',
    path: '/access_group/{access_group}/delete',
    summary: 'Take the name of an access group from all stored models',
    errors: ['NOT_FOUND'],
  },
} as const satisfies RouteTable;

/** LiteLLM's `UpdateModelGroupRequest`, and `NewModelGroupRequest` with the group's name. */
const changedMembers: MemberTable = {
  model_names: kept('request', readTexts),
  model_ids: kept('request', readTexts),
};
const newMembers: MemberTable = { ...changedMembers, access_group: kept('request', readText) };

/** Which models are to have the name: by their ids, else all by their names. */
interface Wanted {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

export function modelTagHandlers(ports: StoredPorts): Handlers<typeof modelTagRoutes, Caller> {
  const write = async (caller: Caller, work: (writer: EntityWriter) => Promise<number>): Promise<number> => {
    checkMayStore(ports, caller);
    const count = await ports.entities.change(work);
    await ports.serve();
    return count;
  };
  return {
    async addModelTag({ request, caller }) {
      checkMayStore(ports, caller);
      const { access_group: written, ...read } = readMembers(request.body, newMembers);
      const name = typeof written === 'string' ? written.trim() : '';
      if (name === '') throw badRequest('access_group is required and cannot be empty', 'access_group');
      const wanted = wantedIn(read);
      const count = await write(caller, async (writer) => {
        if ((await modelsNaming(writer, name)).length > 0) throw taken(name);
        return give(writer, caller, name, wanted);
      });
      return { access_group: name, ...shownWanted(read), models_updated: count };
    },
    async listModelTags({ caller }) {
      checkSeesEverything(caller);
      const models = await ports.entities.list({ kind: 'model' });
      const names = [...new Set(models.flatMap(groupsOf))].sort();
      const budgets = await budgetsOfTags(ports.entities, names);
      return { access_groups: names.map((name) => ({ ...shownGroup(name, models), ...budgets.get(name) })) };
    },
    async getModelTag({ path: { access_group: name }, caller }) {
      checkSeesEverything(caller);
      const found = await modelsNaming(ports.entities, name);
      if (found.length === 0) throw groupNotFound(name);
      return { ...shownGroup(name, found), ...(await budgetsOfTags(ports.entities, [name])).get(name) };
    },
    async changeModelTag({ path: { access_group: name }, request, caller }) {
      checkMayStore(ports, caller);
      const read = readMembers(request.body, changedMembers);
      const wanted = wantedIn(read);
      const count = await write(caller, async (writer) => {
        await takeBack(writer, caller, name);
        return give(writer, caller, name, wanted);
      });
      return { access_group: name, ...shownWanted(read), models_updated: count };
    },
    async removeModelTag({ path: { access_group: name }, caller }) {
      const count = await write(caller, async (writer) => {
        const models = await takeBack(writer, caller, name);
        // Its budget goes with it.
        await writer.remove({ kind: 'model_access_group', id: name });
        return models;
      });
      return {
        access_group: name,
        models_updated: count,
        message: `Access group '${name.slice(0, 200)}' deleted successfully`,
      };
    },
  };
}

function wantedIn({ model_names: names, model_ids: ids }: Readonly<Record<string, unknown>>): Wanted {
  const wanted = { names: (names ?? []) as readonly string[], ids: (ids ?? []) as readonly string[] };
  if (wanted.names.length + wanted.ids.length > 0) return wanted;
  throw badRequest('Either model_names or model_ids must be provided and non-empty', 'model_names');
}

function shownWanted({ model_names: names, model_ids: ids }: Readonly<Record<string, unknown>>) {
  return { model_names: names ?? null, model_ids: ids ?? null };
}

/** Throws a 400 for a model that is not stored: those of the file have their groups there. Returns how many have it now. */
async function give(writer: EntityWriter, caller: Caller, name: string, { names, ids }: Wanted): Promise<number> {
  const models = await writer.list({ kind: 'model' });
  const byIds = ids.length > 0;
  const nameOf = byIds ? ({ id }: Entity) => id : publicName;
  for (const one of byIds ? ids : names) {
    if (models.some((model) => nameOf(model) === one)) continue;
    throw badRequest(
      `Can't find model '${one.slice(0, 200)}' in Database. Access group management is only supported for database models.`,
      byIds ? 'model_ids' : 'model_names',
    );
  }
  const meant = models.filter((model) => (byIds ? ids : names).includes(nameOf(model)));
  for (const model of meant) await writeGroups(writer, caller, model, [...new Set([...groupsOf(model), name])]);
  return meant.length;
}

/** Throws a 404 where no stored model has the name. Returns how many had it. */
async function takeBack(writer: EntityWriter, caller: Caller, name: string): Promise<number> {
  const models = await modelsNaming(writer, name);
  if (models.length === 0) throw groupNotFound(name);
  for (const model of models) {
    await writeGroups(
      writer,
      caller,
      model,
      groupsOf(model).filter((one) => one !== name),
    );
  }
  return models.length;
}

async function writeGroups(
  writer: EntityWriter,
  caller: Caller,
  model: Entity,
  groups: readonly string[],
): Promise<void> {
  // What another change has written meanwhile stays.
  const { settings } = (await writer.find(model)) ?? model;
  const info = { ...mappingIn(settings, 'model_info'), access_groups: groups };
  await writer.update(model, { settings: { ...settings, model_info: info }, updatedBy: actorOf(caller) });
}

function publicName({ alias, id, settings }: Entity): string {
  return textIn(mappingIn(settings, 'model_info'), 'team_public_model_name') ?? alias ?? id;
}

function shownGroup(name: string, models: readonly Entity[]) {
  const own = models.filter((model) => groupsOf(model).includes(name));
  return {
    access_group: name,
    model_names: [...new Set(own.map(publicName))].sort(),
    deployment_count: own.length,
  };
}

function taken(name: string): GatewayError {
  return new GatewayError({
    status: 409,
    type: 'invalid_request_error',
    param: 'access_group',
    message: `Access group '${name.slice(0, 200)}' already exists. Use PUT /access_group/{access_group}/update to modify it.`,
  });
}
