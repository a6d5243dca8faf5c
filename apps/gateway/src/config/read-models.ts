import { createHash } from 'node:crypto';
import { describeModel, type ModelInfo } from '@showrunner/models';
import { resolveModel, type ProviderAdapter, type ProviderSettings } from '@showrunner/providers';
import type { Deployment } from '../exchange/deployment.ts';
import type { Findings } from './finding.ts';
import { knownKeys } from './known-keys.ts';
import { publicParams } from './public-params.ts';
import { readDefaults } from './read-defaults.ts';
import { reportUnknownKeys } from './reading/known-keys.ts';
import { nearestKey } from './reading/nearest-key.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import { Section, type Reading } from './reading/section.ts';

/** What the models of a file are read against. */
export interface ModelReading extends Reading {
  /** The file before references were replaced: ids are made from it, so that no secret is hashed into them. */
  readonly written: Mapping;
  readonly credentials: ReadonlyMap<string, Mapping>;
  readonly dropParams: boolean;
  /** What the price table says about a model. */
  readonly lookUpModel: (provider: string, vendorModel: string) => ModelInfo | undefined;
}

/** Reads `model_list`; what cannot be served is left out and reported. */
export function readModels(file: Section, reading: ModelReading): Deployment[] {
  const written = reading.written.model_list;
  const deployments = file.list('model_list').flatMap((entry, index) => {
    const source = Array.isArray(written) ? written[index] : entry;
    return readModel(new Section(entry, `model_list[${index}]`, reading), source, reading);
  });
  return withDistinctIds(deployments, reading.findings);
}

function readModel(entry: Section, source: unknown, reading: ModelReading): Deployment[] {
  const { findings } = reading;
  reportUnknownKeys(entry, knownKeys.model);
  const params = withCredential(entry.section('litellm_params'), reading);
  const info = entry.section('model_info');
  const group = entry.text('model_name');
  const model = params.text('model');
  if (group === undefined || group === '') {
    findings.error(entry.at('model_name'), 'is missing', 'write the name that callers will ask for');
  }
  if (model === undefined || model === '') {
    findings.error(params.at('model'), 'is missing', 'write provider/model, for example openai/gpt-5.4');
  }
  if (!group || !model) return [];
  const resolution = resolveModel(model, params.text('custom_llm_provider'));
  const mockResponse = params.text('mock_response');
  if ('problem' in resolution) {
    findings.error(params.at('model'), resolution.problem, 'write provider/model with a provider from that list');
    return [];
  }
  const { adapter } = resolution;
  const settings = readSettings(params, adapter, reading);
  const problem = mockResponse === undefined ? missingKey(params, adapter, settings, reading) : undefined;
  const table = lookUpKnown(info.text('base_model') ?? params.text('base_model'), resolution, reading);
  const deployment: Deployment = {
    id: info.text('id') ?? hashOf(group, source),
    group,
    model,
    adapter,
    vendorModel: resolution.model,
    settings,
    problem,
    defaults: readDefaults(params),
    // LiteLLM lets a global true beat a deployment's false; here the nearer setting wins.
    dropUnsupported: params.flag('drop_params') ?? reading.dropParams,
    weight: params.number('weight') ?? entry.number('weight'),
    rpm: params.number('rpm') ?? entry.number('rpm'),
    tpm: params.number('tpm') ?? entry.number('tpm'),
    order: params.number('order'),
    maxParallelRequests: params.count('max_parallel_requests'),
    timeoutSeconds: params.number('timeout'),
    streamTimeoutSeconds: params.number('stream_timeout'),
    retries: params.count('num_retries') ?? params.count('max_retries'),
    cooldownSeconds: params.number('cooldown_time'),
    mockResponse,
    ...describeModel({ table, info: info.values, params: params.values }),
    publicParams: publicParams(params.values),
  };
  return perOrganization(params, deployment);
}

/** `base_model` names the model that an alias of the vendor (an Azure deployment) stands for. */
function lookUpKnown(
  baseModel: string | undefined,
  named: { adapter: ProviderAdapter; model: string },
  { lookUpModel }: ModelReading,
): ModelInfo | undefined {
  const base = baseModel === undefined ? undefined : resolveModel(baseModel);
  const { adapter, model } = base && 'adapter' in base ? base : named;
  return lookUpModel(adapter.name, model);
}

/** `litellm_credential_name` brings the values of an entry of `credential_list`; the deployment's own win. */
function withCredential(params: Section, reading: ModelReading): Section {
  const { credentials, findings } = reading;
  const name = params.text('litellm_credential_name');
  if (name === undefined) return params;
  const values = credentials.get(name);
  if (!values) {
    const nearest = nearestKey(name, credentials.keys());
    findings.error(
      params.at('litellm_credential_name'),
      `there is no credential "${name}" in credential_list`,
      nearest === undefined ? 'add it to credential_list' : `write "${nearest}" if that was meant`,
    );
  }
  return new Section({ ...values, ...params.values }, params.path, reading);
}

function readSettings(params: Section, adapter: ProviderAdapter, reading: ModelReading): ProviderSettings {
  const fromEnvironment = (names: readonly string[] = []): string | undefined =>
    names.map((name) => reading.environment[name]).find((value) => value !== undefined && value !== '');
  const apiKey = params.text('api_key') ?? fromEnvironment(adapter.environment.apiKey);
  const apiBase = params.text('api_base') ?? params.text('base_url') ?? fromEnvironment(adapter.environment.apiBase);
  const apiVersion = params.text('api_version') ?? fromEnvironment(adapter.environment.apiVersion);
  if (apiBase !== undefined) checkAddress(params.at('api_base'), apiBase, reading.findings);
  const organization = params.values.organization;
  const extraHeaders = { ...params.section('headers').values, ...params.section('extra_headers').values };
  return {
    ...(apiKey !== undefined && { apiKey }),
    ...(apiBase !== undefined && { apiBase }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(typeof organization === 'string' && { organization }),
    ...(Object.keys(extraHeaders).length > 0 && {
      extraHeaders: Object.fromEntries(Object.entries(extraHeaders).map(([name, value]) => [name, String(value)])),
    }),
    options: params.values,
  };
}

/**
 * Why a deployment without its key cannot be called. The others of the file can, so the file is served and calls of
 * this one get 401; LiteLLM starts silently.
 */
function missingKey(
  params: Section,
  adapter: ProviderAdapter,
  settings: ProviderSettings,
  { findings }: ModelReading,
): string | undefined {
  if (settings.apiKey !== undefined || !adapter.keyRequired) return undefined;
  const variable = params.unset('api_key') ?? adapter.environment.apiKey?.[0];
  const reason =
    variable === undefined ? `${adapter.title} needs a key` : `${adapter.title} needs a key and ${variable} is not set`;
  findings.warning(
    params.at('api_key'),
    reason,
    variable === undefined ? 'write api_key: os.environ/NAME' : `set ${variable} in the environment or in .env`,
  );
  return reason;
}

function checkAddress(path: string, address: string, findings: Findings): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return;
  findings.error(path, 'is no http or https address', 'write it whole, for example https://api.openai.com/v1');
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

function withDistinctIds(deployments: Deployment[], findings: Findings): Deployment[] {
  const seen = new Map<string, number>();
  return deployments.map((deployment, index) => {
    const count = (seen.get(deployment.id) ?? 0) + 1;
    seen.set(deployment.id, count);
    if (count === 1) return deployment;
    findings.warning(
      `model_list[${index}]`,
      `is the same deployment as another one of "${deployment.group}"`,
      'remove it, or give both a model_info.id',
    );
    return { ...deployment, id: `${deployment.id}-${count}` };
  });
}
