import { randomUUID } from 'node:crypto';
import type { Caller } from '@showrunner/access';
import { isSecretName, withoutAccess } from '../../config/public-params.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { mappingIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import { EntityExistsError } from '../../stored/entities/entity-writer.ts';
import { sealedSettings, unsealed } from '../../stored/secrets/sealed-entities.ts';
import { checkAdministrator } from '../granter.ts';
import { actorOf } from '../management-ports.ts';
import { readMembers, type MemberTable } from '../members.ts';
import { storedModel, checkMayStore } from '../models/stored-models.ts';
import type { StoredPorts } from '../models/stored-ports.ts';
import { kept, readMapping, readText, readTexts, unserved } from '../read-members.ts';
import { notFound } from '../refusals.ts';
import { withoutNulls } from '../written.ts';

/** What a credential is made with and changed to: LiteLLM's `CreateCredentialItem`, 1.108.7. */
const members: MemberTable = {
  credential_name: kept('request', readText),
  credential_values: kept('request', readMapping),
  credential_info: kept('request', readMapping),
  credential_values_to_delete: kept('request', readTexts),
  model_id: kept('request', readText),
  ...unserved('display_name'),
};

/** Of a model's parameters those that say as whom it is called. */
const OF_MODELS = /^(api_|base_url|azure_|aws_|vertex_|organization|custom_llm_provider)/;

const SHOWN = '********';

/** Keeps values that several models share by a name. Throws a 400 or 403. */
export async function addCredential(ports: StoredPorts, caller: Caller, body: unknown): Promise<Mapping> {
  checkMayStore(ports, caller);
  const read = readMembers(body, members);
  if (typeof read.credential_name !== 'string') throw badRequest('credential_name is required', 'credential_name');
  const values = isMapping(read.credential_values) ? read.credential_values : await valuesOfModel(ports, read.model_id);
  const name = { kind: 'credential', id: randomUUID() } as const;
  await ports.entities
    .change((writer) =>
      writer.add({
        ...name,
        alias: read.credential_name as string,
        createdBy: actorOf(caller),
        settings: settingsOf(ports, name.id, withoutNulls(values), mappingIn(read, 'credential_info')),
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof EntityExistsError)) throw error;
      throw badRequest('There is a credential with this name already', 'credential_name');
    });
  await ports.serve();
  return { success: true, message: 'Credential created successfully' };
}

/** All of them, their secrets masked. */
export async function listCredentials(ports: StoredPorts): Promise<Mapping> {
  const credentials = await ports.entities.list({ kind: 'credential' });
  return { success: true, credentials: credentials.map((one) => shownCredential(ports, one)) };
}

export async function credentialOfName(ports: StoredPorts, name: string): Promise<Mapping> {
  return shownCredential(ports, await named(ports, name));
}

/** What a stored model is called with, in the shape of a credential. */
export async function credentialOfModel(ports: StoredPorts, id: string): Promise<Mapping> {
  const model = await storedModel(ports, id);
  const values = masked(await valuesOfModel(ports, id));
  return { credential_name: `${model.alias ?? ''}-credential-${id}`, credential_values: values, credential_info: {} };
}

/** Changes values of one; what is left out stays. Throws a 400, 403 or 404. */
export async function changeCredential(
  ports: StoredPorts,
  caller: Caller,
  name: string,
  body: unknown,
): Promise<Mapping> {
  checkMayStore(ports, caller);
  const read = readMembers(body, members);
  const present = await named(ports, name);
  const gone = new Set((read.credential_values_to_delete ?? []) as readonly string[]);
  const before = Object.entries(valuesOf(ports, present)).filter(([member]) => !gone.has(member));
  const values = withoutNulls({ ...Object.fromEntries(before), ...mappingIn(read, 'credential_values') });
  const info = { ...mappingIn(present.settings, 'credential_info'), ...mappingIn(read, 'credential_info') };
  const settings = settingsOf(ports, present.id, values, info);
  await ports.entities.change((writer) => writer.update(present, { settings, updatedBy: actorOf(caller) }));
  await ports.serve();
  return { success: true, message: 'Credential updated successfully' };
}

/** Models that name it are out of service until they are changed. Throws a 403 or 404. */
export async function removeCredential(ports: StoredPorts, caller: Caller, name: string): Promise<Mapping> {
  checkAdministrator(caller);
  const present = await named(ports, name);
  await ports.entities.change((writer) => writer.remove(present));
  await ports.serve();
  return { success: true, message: 'Credential deleted successfully' };
}

async function named({ entities }: StoredPorts, name: string): Promise<Entity> {
  const [credential] = await entities.list({ kind: 'credential', alias: name });
  if (credential) return credential;
  throw notFound(`Credential not found. Got credential name: ${name.slice(0, 200)}`, 'credential_name');
}

async function valuesOfModel(ports: StoredPorts, id: unknown): Promise<Mapping> {
  if (typeof id !== 'string') throw badRequest('credential_values or model_id is required', 'credential_values');
  const params = unsealed(ports.secrets.box, await storedModel(ports, id));
  return Object.fromEntries(Object.entries(isMapping(params) ? params : {}).filter(([name]) => OF_MODELS.test(name)));
}

function valuesOf({ secrets }: StoredPorts, credential: Entity): Mapping {
  const values = unsealed(secrets.box, credential);
  return isMapping(values) ? values : {};
}

function settingsOf({ secrets }: StoredPorts, id: string, values: Mapping, info: Mapping): Mapping {
  return sealedSettings(secrets.box, { kind: 'credential', id }, values, { credential_info: info });
}

function shownCredential(ports: StoredPorts, credential: Entity): Mapping {
  return {
    credential_name: credential.alias,
    credential_values: masked(valuesOf(ports, credential)),
    credential_info: mappingIn(credential.settings, 'credential_info'),
  };
}

function masked(values: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isSecretName(name) ? SHOWN : typeof value === 'string' ? withoutAccess(value) : value,
    ]),
  );
}
