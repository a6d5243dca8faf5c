import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { placedMessage } from '../../config/finding.ts';
import { publicParams } from '../../config/public-params.ts';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { mappingIn, textIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError } from '../../stored/entities/entity-writer.ts';
import { entryOf } from '../../stored/secrets/read-stored.ts';
import { sealedSettings, unsealed } from '../../stored/secrets/sealed-entities.ts';
import { checkAdministrator, isAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { kept, readFlag, readMapping, readText } from '../read-members.ts';
import { forbidden, notFound, notYours } from '../refusals.ts';
import { shownTimes } from '../show-spent.ts';
import { withoutNulls } from '../written.ts';
import type { StoredPorts } from './stored-ports.ts';
import {
  BROUGHT_BY_TEAM,
  checkBrought,
  checkKeyStays,
  checkMayBring,
  LISTED_FOR_TEAM,
  listForTeam,
  unlistForTeam,
} from './team-models.ts';

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
  /** Whether a team's admin brought it, with a key of their own. */
  readonly isBrought: boolean;
  /** Whether the team's list has its name for its sake. */
  readonly isListed?: boolean;
}

/** Adds a model beside the file's. Throws a 400 where it could not serve, a 403, or a 500 where none is stored. */
export async function addModel(ports: StoredPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const read = readMembers(body, members);
  const info = mappingIn(read, 'model_info');
  await checkMayBring(ports, caller, textIn(info, 'team_id'));
  checkStores(ports);
  if (typeof read.model_name !== 'string') throw badRequest('model_name is required', 'model_name');
  if (!isMapping(read.litellm_params)) throw badRequest('litellm_params is required', 'litellm_params');
  const id = (isAdministrator(caller) ? textIn(info, 'id') : undefined) ?? randomUUID();
  const written = {
    name: read.model_name,
    params: withoutNulls(read.litellm_params),
    info: infoOf(info, read.model_name),
    isBlocked: read.blocked === true,
    isBrought: !isAdministrator(caller),
  };
  if (written.isBrought)
    await checkBroughtNow(ports, { ...written, info: { ...info, ...written.info } }, read.blocked === true);
  await checkServes(ports, id, written);
  const added = await ports.entities
    .change(async (writer) => {
      const isListed = await listForTeam(writer, written.name, written.info);
      const columns = columnsOf(ports, id, { ...written, isListed });
      return writer.add({ kind: 'model', id, createdBy: actorOf(caller), ...columns });
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
  const present = await modelToChange(ports, caller, id);
  checkStores(ports);
  const read = readMembers(body, members);
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
    // What an administrator has changed may have the operator's key since.
    isBrought: !isAdministrator(caller),
  };
  if (written.isBrought) {
    checkKeyStays(before, written.params);
    if (textIn(written.info, 'team_id') !== present.teamId) throw notYours('team', 'model_info.team_id');
    await checkBroughtNow(ports, written, read.blocked !== undefined && read.blocked !== null);
  }
  await checkServes(ports, id, written);
  const changed = await ports.entities.change(async (writer) => {
    const isSame = shownName === name && present.teamId === (textIn(written.info, 'team_id') ?? null);
    if (!isSame) await unlistForTeam(writer, present);
    const isListed =
      (await listForTeam(writer, name, written.info)) || (isSame && present.settings[LISTED_FOR_TEAM] === true);
    return writer.update(present, { updatedBy: actorOf(caller), ...columnsOf(ports, id, { ...written, isListed }) });
  });
  if (!changed) throw modelNotFound(id);
  await ports.serve();
  return shownModel(ports, changed);
}

/** Takes a stored model away; requests under way end with it. Throws a 400 or 403. */
export async function removeModel(ports: StoredPorts, caller: Caller, body: unknown): Promise<Mapping> {
  const { id } = readMembers(body, { id: kept('request', readText) });
  if (typeof id !== 'string') throw badRequest('id must name a model', 'id');
  const present = await ports.entities.find({ kind: 'model', id });
  if (!isAdministrator(caller) && present?.settings[BROUGHT_BY_TEAM] !== true) throw notYours('model', 'id');
  await checkMayBring(ports, caller, present?.teamId ?? undefined);
  checkStores(ports);
  if (!present) throw badRequest(`Model with id=${id.slice(0, 200)} not found in db`, 'id');
  await ports.entities.change(async (writer) => {
    await unlistForTeam(writer, present);
    await writer.remove(present);
  });
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

/** Throws a 403 for who is no administrator, and where nothing may be stored. */
export function checkMayStore(ports: StoredPorts, caller: Caller): void {
  checkAdministrator(caller);
  checkStores(ports);
}

/** Throws a 403 where nothing may be stored: the setting is off, which is no fault of the server as LiteLLM's 500 says. */
function checkStores({ storesModels }: StoredPorts): void {
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

/** The model that the caller may change: of those who look after a team, one that was brought by them. Throws a 400, 403 or 404. */
async function modelToChange(ports: StoredPorts, caller: Caller, id: string): Promise<Entity> {
  if (isAdministrator(caller)) return storedModel(ports, id);
  const model = await ports.entities.find({ kind: 'model', id });
  if (model?.settings[BROUGHT_BY_TEAM] !== true) throw notYours('model', 'model_info.id');
  await checkMayBring(ports, caller, model.teamId ?? undefined);
  return model;
}

/** @param saysBlocked whether the body says if the model may be called, which is the operator's word */
async function checkBroughtNow(ports: StoredPorts, written: WrittenModel, saysBlocked: boolean): Promise<void> {
  if (saysBlocked) throw forbidden("Only proxy admins can set a model's blocked flag.", 'blocked');
  await checkBrought(ports, written);
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

function columnsOf({ secrets }: StoredPorts, id: string, written: WrittenModel) {
  const { name, params, info, isBlocked, isBrought, isListed } = written;
  const open = {
    model_info: info,
    blocked: isBlocked,
    ...(isBrought && { [BROUGHT_BY_TEAM]: true }),
    ...(isListed && { [LISTED_FOR_TEAM]: true }),
  };
  return {
    alias: name,
    teamId: textIn(info, 'team_id') ?? null,
    settings: sealedSettings(secrets.box, { kind: 'model', id }, params, open),
  };
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
