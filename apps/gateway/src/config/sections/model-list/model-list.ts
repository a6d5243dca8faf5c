import { createHash } from 'node:crypto';
import { describeModel } from '@showrunner/models';
import { resolveModel } from '@showrunner/providers';
import type { Deployment } from '../../../exchange/deployment/deployment.ts';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import { settingNames } from '../../../litellm/setting-names.ts';
import { Findings } from '../../finding.ts';
import { publicParams } from '../../public-params.ts';
import { readBudget } from '../../reading/budget.ts';
import { readAllowedFails } from '../../reading/failure-policies.ts';
import { reportUnknownKeys, words, type KnownKeys } from '../../reading/known-keys.ts';
import { Section, type Reading } from '../../reading/section.ts';
import { readAllowedAccess } from './allowed-access.ts';
import { missingKey, readProviderSettings, withCredential } from './litellm-params.ts';
import { lookUpKnown, readVendor, type ModelLookUp, type NamedVendor } from './named-vendor.ts';
import { extraBodyOf, readDefaults } from './request-defaults.ts';

const entryKeys: KnownKeys = {
  actedOn: words('model_name litellm_params model_info rpm tpm weight'),
  notActedOn: settingNames.model_list,
};

/** What the models of a file are read with. */
export interface ModelReading extends Reading {
  /** The file before references were replaced: ids are made from it, so that no secret is hashed into them. */
  readonly written: Mapping;
  readonly credentials: Parameters<typeof withCredential>[1];
  readonly dropParams: boolean;
  readonly asksMessagesByChat: boolean;
  /** Guardrails that a model may name: those that run here, and those that the operator does without. */
  readonly knownGuardrails: ReadonlySet<string>;
  /** Entries of the database, each with the place of its findings. */
  readonly storedModels: readonly Entry[];
  /** What the price table says about a model. */
  readonly lookUpModel: ModelLookUp;
}

/** `model_list`: the deployments, those of one name being a group. */
export const modelList = {
  name: 'model_list',

  /** An entry with an error is out, and what callers ask for by its name is told why; the others serve. */
  read(file: Section, reading: ModelReading): Deployment[] {
    const { findings } = reading;
    const written = reading.written.model_list;
    const ids = new Map<string, number>();
    const ofFile = file.list(modelList.name).map((value, index): Entry => {
      const source = Array.isArray(written) ? written[index] : value;
      return { value, source, path: `${modelList.name}[${index}]` };
    });
    const deployments = [...ofFile, ...reading.storedModels].flatMap((entry) =>
      readApart(entry, reading).map((each) => withDistinctId(each, ids, entry.path, findings)),
    );
    if (deployments.length === 0) reportNoModel(file);
    return deployments;
  },
};

export interface Entry {
  readonly value: unknown;
  /** The same before references were replaced. */
  readonly source: unknown;
  readonly path: string;
}

function readApart({ value, source, path }: Entry, reading: ModelReading): Deployment[] {
  const findings = new Findings();
  const own = { ...reading, findings };
  const entry = new Section(value, path, own);
  const deployments = findings.hasErrors ? [] : readEntry(entry, source, own);
  const name = entry.values.model_name;
  reading.findings.add(findings, typeof name === 'string' && name !== '' ? { model: name } : undefined);
  return findings.hasErrors ? [] : deployments;
}

/** No list at all may be meant so: models can come later. A list of which nothing is left cannot. */
function reportNoModel(file: Section): void {
  const value = file.values.model_list ?? [];
  if (Array.isArray(value) && value.length === 0) {
    if (!file.findings.stopsEverything) {
      file.findings.warning(modelList.name, 'has no model, so every request is refused', 'add a model');
    }
    return;
  }
  file.findings.error(modelList.name, 'has no entry without an error', 'fix one of them', 'everything');
}

function readEntry(entry: Section, source: unknown, reading: ModelReading): Deployment[] {
  reportUnknownKeys(entry, entryKeys);
  const params = withCredential(entry.section('litellm_params'), reading.credentials, reading);
  refuseUnguarded(params, reading.knownGuardrails);
  const group = readName(entry);
  const model = readModel(params);
  const vendor = group && model ? readVendor(params, model) : undefined;
  if (!group || !model || !vendor) return [];
  const read = { entry, params, info: entry.section('model_info'), group, model, source };
  const deployment = describe(read, vendor, reading);
  reportMode(entry, deployment);
  return perOrganization(params, vendor.isNamedByCallers ? namedByCallers(deployment, read, reading) : deployment);
}

/** The kinds of model, by LiteLLM's `mode`, that can be asked here. */
const SERVED_MODES: ReadonlySet<unknown> = new Set([
  undefined,
  'chat',
  'completion',
  'responses',
  'embedding',
  'image_generation',
  'audio_speech',
  'audio_transcription',
  'image_edit',
  'moderation',
  'rerank',
  'batch',
]);

function reportMode(entry: Section, { info: { mode }, mockResponse }: Deployment): void {
  if (SERVED_MODES.has(mode) || mockResponse !== undefined) return;
  const message = `is ${String(mode)}, a kind of call that is not served here yet`;
  entry.findings.warning(entry.at('model_info.mode'), message, 'call the provider itself for it');
}

/** Requests for a model would go out without the guardrails that it names. */
function refuseUnguarded(params: Section, known: ReadonlySet<string>): void {
  const key = 'guardrails';
  const missing = (params.texts(key) ?? []).filter((name) => !known.has(name));
  if (missing.length === 0) return;
  params.findings.error(
    params.at(key),
    `${missing.map((name) => `"${name}"`).join(', ')} does not run here: requests for this model would go out unguarded`,
    `guard the model elsewhere and remove it, or start with --without-guardrail ${missing[0]}`,
  );
}

/** An entry, as far as it is read whoever its vendor is. */
interface ReadEntry {
  readonly entry: Section;
  readonly params: Section;
  readonly info: Section;
  readonly group: string;
  readonly model: string;
  /** The entry before references were replaced. */
  readonly source: unknown;
}

function describe(
  { entry, params, info, group, model, source }: ReadEntry,
  vendor: NamedVendor,
  reading: ModelReading,
): Deployment {
  const { adapter, model: vendorModel } = vendor;
  const baseModel = info.text('base_model') ?? params.text('base_model');
  const own = readProviderSettings(params, adapter);
  const settings = baseModel ? { ...own, baseModel } : own;
  const mockResponse = readMock(params);
  const mockTimesOut = params.flag('mock_timeout') ?? false;
  const isMock = mockResponse !== undefined || mockTimesOut;
  const needsKey = !isMock && vendor.isNamedByCallers !== true;
  const table = lookUpKnown(baseModel, vendor, reading.lookUpModel);
  return {
    id: info.text('id') ?? hashOf(group, source),
    group,
    model,
    adapter,
    vendorModel,
    settings,
    problem: needsKey ? missingKey(params, adapter, settings) : undefined,
    isBlocked: info.flag('blocked') ?? false,
    refusesUnknownCost: params.flag('refuse_unknown_cost') ?? info.flag('refuse_unknown_cost') ?? false,
    defaults: readDefaults(params, adapter),
    extraBody: extraBodyOf(params),
    // LiteLLM lets a global true beat a deployment's false; here the nearer setting wins.
    dropUnsupported: params.flag('drop_params') ?? reading.dropParams,
    asksMessagesByChat: reading.asksMessagesByChat,
    parameters: readParameters(params),
    tags: params.texts('tags') ?? [],
    guardrails: params.texts('guardrails') ?? [],
    ...readBounds(entry, params, info),
    mockResponse,
    mockDelaySeconds: params.number('mock_delay'),
    mockTimesOut,
    isMock,
    region: params.text('region_name'),
    budget: readBudget(params, ['max_budget'], ['budget_duration']),
    ...describeModel({ table, info: info.values, params: params.values }),
    allowedAccess: readAllowedAccess(params),
    publicParams: publicParams(params.values),
  };
}

/** A text, or a vector where embeddings are mocked. */
function readMock(params: Section): string | undefined {
  const { mock_response: written } = params.values;
  return Array.isArray(written) ? JSON.stringify(written) : params.text('mock_response');
}

function readParameters(params: Section): Deployment['parameters'] {
  const dropped = params.texts('additional_drop_params') ?? [];
  const insistsOn = params.texts('allowed_openai_params') ?? [];
  return dropped.length + insistsOn.length === 0 ? undefined : { dropped, insistsOn };
}

/** Makes what serves a name when it is asked for. A model of this machine is no vendor that callers can name. */
function namedByCallers(deployment: Deployment, read: ReadEntry, reading: ModelReading): Deployment {
  const named = (model: string): Deployment | undefined => {
    const vendor = resolveModel(model, { apiBase: deployment.settings.apiBase });
    if ('problem' in vendor || vendor.adapter.transport === 'embedded') return undefined;
    // What is wrong with the entry was told when it was read.
    const params = new Section(read.params.values, read.params.path, { ...reading, findings: new Findings() });
    return { ...describe({ ...read, params, model }, vendor, reading), id: deployment.id };
  };
  return { ...deployment, named };
}

/** How often it is chosen, how much it takes at once, how long it may take. */
function readBounds(entry: Section, params: Section, info: Section) {
  return {
    weight: params.number('weight') ?? entry.number('weight'),
    rpm: params.number('rpm') ?? entry.number('rpm'),
    tpm: params.number('tpm') ?? entry.number('tpm'),
    order: params.number('order'),
    maxParallelRequests: params.count('max_parallel_requests'),
    timeoutSeconds: params.number('timeout'),
    streamTimeoutSeconds: params.number('stream_timeout'),
    retries: params.count('num_retries') ?? params.count('max_retries'),
    cooldownSeconds: info.number('cooldown_time') ?? params.number('cooldown_time'),
    allowedFails: info.count('allowed_fails'),
    allowedFailsPolicy: readAllowedFails(info),
  };
}

function readName(entry: Section): string | undefined {
  const name = entry.text('model_name');
  if (!name && !entry.findings.hasErrors) {
    entry.findings.error(entry.at('model_name'), 'is missing', 'write the name that callers will ask for');
  }
  return name;
}

function readModel(params: Section): string | undefined {
  const model = params.text('model');
  if (model) return model;
  const variable = params.unset('model');
  const path = params.at('model');
  if (variable === undefined) {
    params.findings.error(path, 'is missing', 'write provider/model, for example openai/gpt-5.4');
  } else {
    params.findings.error(path, `${variable} is not set`, `set ${variable} in the environment or in .env`);
  }
  return undefined;
}

/** A list of organizations stands for one deployment each. */
function perOrganization(params: Section, deployment: Deployment): Deployment[] {
  const { organization } = params.values;
  if (!Array.isArray(organization)) return [deployment];
  return organization.map((name, index) => ({
    ...deployment,
    id: `${deployment.id}-${index + 1}`,
    settings: { ...deployment.settings, organization: String(name) },
  }));
}

function hashOf(group: string, source: unknown): string {
  const params = isMapping(source) ? source.litellm_params : source;
  return createHash('sha256')
    .update(JSON.stringify([group, params]))
    .digest('hex');
}

function withDistinctId(
  deployment: Deployment,
  seen: Map<string, number>,
  path: string,
  findings: Findings,
): Deployment {
  const { id, group } = deployment;
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  if (count === 1) return deployment;
  findings.warning(
    path,
    `is the same deployment as another one of "${group}"`,
    'remove it, or give both a model_info.id',
  );
  return { ...deployment, id: `${id}-${count}` };
}
