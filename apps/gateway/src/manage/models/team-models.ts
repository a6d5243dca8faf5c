import type { Caller } from '@showrunner/access';
import { resolveModel, type ProviderAdapter } from '@showrunner/providers';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { ModelGrants } from '../../keys/grants/model-grants.ts';
import { mappingIn, textIn, textsIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { isAdministrator } from '../granter.ts';
import { isPublicAddress } from '../public-address.ts';
import { forbidden } from '../refusals.ts';
import { accessibleTeam } from '../teams/team-access.ts';
import type { StoredPorts } from './stored-ports.ts';

/**
 * Of a stored model, that a team's admin brought it, with a key of their own: they may change it. What the operator gave
 * to the team has the operator's key, which must not be sent elsewhere.
 */
export const BROUGHT_BY_TEAM = 'brought_by_team';

/** Of a stored model, that the team's list has its name for its sake: the name goes with the model. */
export const LISTED_FOR_TEAM = 'listed_for_team';

/** What those who look after a team say of its models: who answers, under their own key, and how it is asked. No price, and nobody's guard or limit but their vendor's. */
const PARAMS = new Set([
  'model',
  'api_key',
  'api_base',
  'api_version',
  'timeout',
  'stream_timeout',
  'num_retries',
  'max_retries',
  'rpm',
  'tpm',
  'max_parallel_requests',
  'weight',
  'order',
  'cooldown_time',
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'reasoning_effort',
  'drop_params',
]);
const INFO = new Set(['team_id', 'team_public_model_name', 'mode', 'description', 'db_model']);

/** What would be read from the environment of the gateway (`config/resolve-references.ts`), or from its files. */
const REFERENCE = /os\.environ\/|\$\{|^oidc\//;

/** What a team's admin wants kept. */
export interface BroughtModel {
  readonly name: string;
  readonly params: Mapping;
  readonly info: Mapping;
}

/**
 * Whether a model of this team is the caller's to bring: administrators bring any, those who look after a team its own
 * (LiteLLM's `ModelManagementAuthChecks`, 1.108.7). Throws a 403 for all others.
 */
export async function checkMayBring({ entities }: StoredPorts, caller: Caller, teamId: string | undefined) {
  if (isAdministrator(caller)) return;
  if (teamId === undefined) {
    throw forbidden('Only proxy admins may do this, and admins of a team for it, by model_info.team_id');
  }
  await accessibleTeam(entities, caller, teamId, 'manage');
}

/**
 * Throws a 403, or a 400, for a model that would use what is the operator's: prices, credentials, keys of the environment
 * and the machine, servers of its network, names that others answer to.
 */
export async function checkBrought(ports: StoredPorts, { name, params, info }: BroughtModel): Promise<void> {
  checkNames('litellm_params', params, PARAMS);
  checkNames('model_info', info, INFO);
  const referring = placeOfReference({ litellm_params: params, model_info: info, model_name: name });
  if (referring !== undefined) throw forbidden('Only proxy admins can refer to the environment', referring);
  if (name.includes('*')) throw forbidden('Only proxy admins can serve many names by one', 'model_name');
  if (typeof params.api_key !== 'string' || params.api_key === '') {
    throw badRequest('A model of a team needs a key of its own', 'litellm_params.api_key');
  }
  checkVendor(params);
  if (typeof params.api_base === 'string' && !isPublicAddress(params.api_base)) {
    throw badRequest(
      'The server of a team’s model must be https under a public name; only proxy admins can name others',
      'litellm_params.api_base',
    );
  }
  await checkName(ports, name, textIn(info, 'team_id') ?? '');
}

/** A secret that is kept goes nowhere else: whoever sends it to another server writes it out. */
export function checkKeyStays(before: Mapping, after: Mapping): void {
  const goesElsewhere = ['api_base', 'model'].some((name) => before[name] !== after[name]);
  if (goesElsewhere && before.api_key === after.api_key) {
    throw forbidden('A key that is kept goes nowhere else: write api_key out', 'litellm_params.api_key');
  }
}

function checkNames(place: string, members: Mapping, known: ReadonlySet<string>): void {
  for (const name of Object.keys(members)) {
    if (known.has(name)) continue;
    throw forbidden(`Only proxy admins can set \`${name.slice(0, 200)}\` of a model`, `${place}.${name.slice(0, 200)}`);
  }
}

/** Where a text stands that refers to the environment, however deep. */
function placeOfReference(value: unknown, place = ''): string | undefined {
  if (typeof value === 'string') return REFERENCE.test(value) ? place : undefined;
  if (!isMapping(value) && !Array.isArray(value)) return undefined;
  for (const [name, one] of Object.entries(value)) {
    const found = placeOfReference(one, place === '' ? name : `${place}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of vendors that prove who calls by more than a key, the rest would be the machine's: its roles, files and variables. */
function checkVendor({ model, api_base: apiBase }: Mapping): void {
  if (typeof model !== 'string') return;
  const found = resolveModel(model, { apiBase: typeof apiBase === 'string' ? apiBase : undefined });
  if ('problem' in found || isAskedByKeyAlone(found.adapter)) return;
  throw forbidden(`Only proxy admins can bring models of ${found.adapter.title}`, 'litellm_params.model');
}

function isAskedByKeyAlone(adapter: ProviderAdapter): boolean {
  return (
    adapter.transport === 'http' &&
    adapter.keyRequired &&
    adapter.authorise === undefined &&
    (adapter.options ?? []).every(({ isSecret }) => !isSecret)
  );
}

/** The name comes into the team's list: where others answer to it, the list would open those. */
async function checkName({ entities, describe }: StoredPorts, name: string, teamId: string): Promise<void> {
  const meant = describe(name);
  if (!meant || meant.teamId === teamId) return;
  const team = await entities.find({ kind: 'team', id: teamId });
  if (meant.teamId === undefined && new ModelGrants(textsIn(team?.settings, 'models')).hold(meant)) return;
  throw forbidden('Others answer to this name already; take another', 'model_name');
}

/** A team that has a list of models asks what is given to it. Whether it does for this alone. Throws a 400 where there is no such team. */
export async function listForTeam(writer: EntityWriter, name: string, info: Mapping): Promise<boolean> {
  const id = textIn(info, 'team_id');
  if (id === undefined) return false;
  const team = await writer.find({ kind: 'team', id });
  if (!team) throw badRequest(`Team not found for team_id=${id.slice(0, 200)}`, 'model_info.team_id');
  const models = textsIn(team.settings, 'models');
  if (models.length === 0 || models.includes(name)) return false;
  await writer.update(team, { settings: { ...team.settings, models: [...models, name] } });
  return true;
}

/** Takes a model's name from its team's list, where it stood there for the model's sake and no other model of the team has it. */
export async function unlistForTeam(writer: EntityWriter, model: Entity): Promise<void> {
  if (model.settings[LISTED_FOR_TEAM] !== true || model.teamId === null) return;
  const name = publicNameOf(model);
  const others = await writer.list({ kind: 'model', teamId: model.teamId });
  const heir = others.find((other) => other.id !== model.id && publicNameOf(other) === name);
  if (heir) {
    await writer.update(heir, { settings: { ...heir.settings, [LISTED_FOR_TEAM]: true } });
    return;
  }
  const team = await writer.find({ kind: 'team', id: model.teamId });
  if (!team) return;
  const left = textsIn(team.settings, 'models').filter((one) => one !== name);
  // A list without a name would be all models.
  const models = left.length === 0 ? ['no-default-models'] : left;
  await writer.update(team, { settings: { ...team.settings, models } });
}

function publicNameOf({ alias, settings }: Entity): string | null {
  return textIn(mappingIn(settings, 'model_info'), 'team_public_model_name') ?? alias;
}
