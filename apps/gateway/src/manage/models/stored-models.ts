import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { placedMessage } from '../../config/finding.ts';
import { publicParams } from '../../config/public-params.ts';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { mappingIn, textIn, textsIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError, type EntityWriter } from '../../stored/entities/entity-writer.ts';
import { entryOf } from '../../stored/secrets/read-stored.ts';
import { sealedSettings, unsealed } from '../../stored/secrets/sealed-entities.ts';
import { checkAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readFlag, readMapping, readText } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { shownTimes } from '../show-spent.ts';
import { withoutNulls } from '../written.ts';
import type { StoredPorts } from './stored-ports.ts';

/** What a model is added with: LiteLLM's `Deployment`, 1.108.7. */
const members: MemberTable = {
  model_name: kept('request', readText),
  litellm_params: kept('request', readMapping),
  model_info: kept('request', readMapping),
  blocked: kept('request', readFlag),
};

/** A model as it is to be kept. */
interface WrittenModel {
  readonly name: string;
  readonly params: Mapping;
  readonly info: Mapping;
  readonly isBlocked: boolean;
}

/** Adds a model beside the file's. Throws a 400 where it could not serve, a 403, or a 500 where none is stored. */
export async function addModel(ports: StoredPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkMayStore(ports, caller);
  const read = readMembers(body, members);
  if (typeof read.model_name !== 'string') throw badRequest('model_name is required', 'model_name');
  if (!isMapping(read.litellm_params)) throw badRequest('litellm_params is required', 'litellm_params');
  const info = mappingIn(read, 'model_info');
  const id = textIn(info, 'id') ?? randomUUID();
  const written = {
    name: read.model_name,
    params: withoutNulls(read.litellm_params),
    info: infoOf(info, read.model_name),
    isBlocked: read.blocked === true,
  };
  await checkServes(ports, id, written);
  const added = await ports.entities
    .change(async (writer) => {
      await giveToTeam(writer, written);
      return writer.add({ kind: 'model', id, createdBy: actorOf(caller), ...columnsOf(ports, id, written) });
    })
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest(`Model with id=${id.slice(0, 200)} already exists`, 'model_info.id');
    });
  await ports.serve();
  return shownModel(ports, added);
}

export interface ModelChange {
  readonly id: string;
  readonly body: unknown;
  /** What becomes of a member that is written as null. */
  readonly merging: 'null keeps' | 'null clears';
}

/** Changes what is written of a stored model; what is left out stays. Throws a 400, 403 or 404. */
export async function changeModel(
  ports: StoredPorts,
  caller: Caller,
  { id, body, merging }: ModelChange,
): Promise<Mapping> {
  checkMayStore(ports, caller);
  const read = readMembers(body, members);
  const present = await storedModel(ports, id);
  const before = mappingOf(unsealed(ports.secrets.box, present));
  const merged = (own: Mapping, given: unknown): Mapping => {
    const news = isMapping(given) ? given : {};
    return withoutNulls({ ...own, ...(merging === 'null keeps' ? withoutNulls(news) : news) });
  };
  const info = merged(mappingIn(present.settings, 'model_info'), read.model_info);
  const shownName = textIn(info, 'team_public_model_name') ?? present.alias ?? '';
  const name = typeof read.model_name === 'string' ? read.model_name : shownName;
  const written = {
    name,
    params: merged(before, read.litellm_params),
    info: infoOf(info, name),
    isBlocked: typeof read.blocked === 'boolean' ? read.blocked : present.settings.blocked === true,
  };
  await checkServes(ports, id, written);
  const changed = await ports.entities.change(async (writer) => {
    await giveToTeam(writer, written);
    return writer.update(present, { updatedBy: actorOf(caller), ...columnsOf(ports, id, written) });
  });
  if (!changed) throw modelNotFound(id);
  await ports.serve();
  return shownModel(ports, changed);
}

/** Takes a stored model away; requests under way end with it. Throws a 400 or 403. */
export async function removeModel(ports: StoredPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkMayStore(ports, caller);
  const { id } = readMembers(body, { id: kept('request', readText) });
  if (typeof id !== 'string') throw badRequest('id must name a model', 'id');
  const isThere = await ports.entities.find({ kind: 'model', id });
  if (!isThere) throw badRequest(`Model with id=${id.slice(0, 200)} not found in db`, 'id');
  await ports.entities.change((writer) => writer.remove({ kind: 'model', id }));
  await ports.serve();
  return { message: `Model: ${id} deleted successfully` };
}

/** Keeps a stored model from being called, or lets it be called again. Throws a 400, 403 or 404. */
export function setModelBlocked(
  ports: StoredPorts,
  caller: Caller,
  body: unknown,
  isBlocked: boolean,
): Promise<Mapping> {
  const { model_id: id } = readMembers(body, { model_id: kept('request', readText) });
  if (typeof id !== 'string') throw badRequest('model_id must name a model', 'model_id');
  return changeModel(ports, caller, { id, body: { blocked: isBlocked }, merging: 'null keeps' });
}

/** The id that `/model/update` names in `model_info`. */
export function namedModel(body: unknown): string {
  const info = isMapping(body) ? body.model_info : undefined;
  const id = isMapping(info) ? info.id : undefined;
  if (typeof id !== 'string' || id === '') throw badRequest('model_info.id is required', 'model_info.id');
  return id;
}

/** Throws a 403 where nothing may be stored: the setting is off, which is no fault of the server as LiteLLM's 500 says. */
export function checkMayStore({ storesModels }: StoredPorts, caller: Caller): void {
  checkAdministrator(caller);
  if (storesModels()) return;
  throw new GatewayError({
    status: 403,
    type: 'auth_error',
    param: 'None',
    message:
      "Set `'STORE_MODEL_IN_DB='True'` in your env to enable this feature, or general_settings.store_model_in_db.",
  });
}

export async function storedModel({ entities, isOfFile }: StoredPorts, id: string): Promise<Entity> {
  const model = await entities.find({ kind: 'model', id });
  if (model) return model;
  if (isOfFile(id)) {
    throw badRequest('Cannot edit config-based model. Store model in DB via /model/new first.', 'model_info.id');
  }
  throw modelNotFound(id);
}

function modelNotFound(id: string): GatewayError {
  return notFound(`Model ${id.slice(0, 200)} not found on proxy.`, 'model_info.id');
}

/** What is the gateway's to say is not written down; a team's model is known by the name that the team asks for. */
function infoOf(info: Mapping, name: string): Mapping {
  const { id: _id, db_model: _stored, blocked: _blocked, team_public_model_name: _name, ...free } = info;
  return withoutNulls({ ...free, ...(typeof free.team_id === 'string' && { team_public_model_name: name }) });
}

async function checkServes(ports: StoredPorts, id: string, written: WrittenModel): Promise<void> {
  const { name, params, info } = written;
  const entry = { model_name: name, litellm_params: params, model_info: { ...info, id } };
  const [finding] = await ports.findingsOf({ id, entry });
  if (!finding) return;
  const place = finding.path.replace(/^stored_models\[.*?\]\.?/, '');
  throw badRequest(placedMessage({ ...finding, path: place }), place === '' ? 'model_name' : place);
}

function columnsOf({ secrets }: StoredPorts, id: string, { name, params, info, isBlocked }: WrittenModel) {
  return {
    alias: name,
    teamId: textIn(info, 'team_id') ?? null,
    settings: sealedSettings(secrets.box, { kind: 'model', id }, params, { model_info: info, blocked: isBlocked }),
  };
}

/** A team that has a list of models asks what is given to it. Throws a 400 where there is no such team. */
async function giveToTeam(writer: EntityWriter, { name, info }: WrittenModel): Promise<void> {
  const id = textIn(info, 'team_id');
  if (id === undefined) return;
  const team = await writer.find({ kind: 'team', id });
  if (!team) throw badRequest(`Team not found for team_id=${id.slice(0, 200)}`, 'model_info.team_id');
  const models = textsIn(team.settings, 'models');
  if (models.length === 0 || models.includes(name)) return;
  await writer.update(team, { settings: { ...team.settings, models: [...models, name] } });
}

/** A stored model without secrets (`LiteLLM_ProxyModelTable`). */
function shownModel({ secrets }: StoredPorts, model: Entity): Mapping {
  const { litellm_params: params, model_info: info } = entryOf(secrets.box, model);
  return {
    model_id: model.id,
    model_name: model.alias,
    litellm_params: publicParams(mappingOf(params)),
    model_info: info,
    blocked: model.settings.blocked === true,
    ...shownTimes(model),
  };
}

function mappingOf(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}
