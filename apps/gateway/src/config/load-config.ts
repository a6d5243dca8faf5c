import { ConfigurationError, Findings, type Finding } from './finding.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { checkReferences } from './check-references.ts';
import { knownKeys, reportUnknownKeys } from './known-keys.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import { readConfigurationFile, type ConfigurationSource } from './read-file.ts';
import { readModels, type ModelReading } from './read-models.ts';
import { readRedis } from './read-redis.ts';
import { readAccess, readAccounting, readCache, readRouting } from './read-settings.ts';
import { resolveReferences } from './resolve-references.ts';
import { Section } from './section.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a configuration is read with. */
export interface ConfigSource {
  /** A file, or settings made from flags (`--model`). */
  readonly from: { file: string } | { settings: Mapping };
  readonly environment: Environment;
  readonly lookUpModel: ModelReading['lookUpModel'];
}

/** Reads and checks a configuration. Throws a `ConfigurationError` with every finding where it cannot be served. */
export async function loadConfig(source: ConfigSource): Promise<GatewayConfig> {
  const { config, findings } = await readConfig(source);
  if (!config) throw new ConfigurationError('file' in source.from ? source.from.file : 'the command line', findings);
  return config;
}

/** As `loadConfig`, but returns what was found in any case; `config` is there unless there is an error. */
export async function readConfig(
  source: ConfigSource,
): Promise<{ config: GatewayConfig | undefined; findings: readonly Finding[] }> {
  const findings = new Findings();
  const read: ConfigurationSource =
    'file' in source.from
      ? await readConfigurationFile(source.from.file, findings)
      : { values: source.from.settings, files: [] };
  const environment = withOwnVariables(read.values, source.environment, findings);
  const { value, missing } = resolveReferences(read.values, environment, findings);

  const file = new Section(value, '', findings);
  reportUnknownKeys(file, knownKeys.file, findings);
  const litellm = file.section('litellm_settings');
  reportUnknownKeys(litellm, knownKeys.litellm, findings);
  const deployments = readModels(file, {
    written: read.values,
    missing,
    environment,
    credentials: readCredentials(file),
    dropParams: litellm.flag('drop_params') ?? false,
    lookUpModel: source.lookUpModel,
    findings,
  });
  const router = file.section('router_settings');
  const redis = readRedis(router, litellm.section('cache_params'), environment);
  const config: GatewayConfig = {
    deployments,
    routing: readRouting(router, litellm, findings),
    access: readAccess(file.section('general_settings'), litellm, {
      environmentKey: environment.LITELLM_MASTER_KEY,
      missing,
      findings,
    }),
    accounting: readAccounting(file.section('general_settings')),
    redis,
    cache: readCache(litellm, environment, redis, findings),
    files: read.files,
    findings: findings.list,
  };
  checkReferences(config, missing, findings);
  return { config: findings.hasErrors ? undefined : config, findings: findings.list };
}

/** `environment_variables` stand beside the process's own; LiteLLM's `model_list` does not see them, ours does. */
function withOwnVariables(values: Mapping, environment: Environment, findings: Findings): Environment {
  const own = values.environment_variables;
  if (!isMapping(own)) return environment;
  const { value } = resolveReferences(own, environment, findings);
  const texts = Object.entries(isMapping(value) ? value : {}).filter(([, text]) => text !== undefined && text !== null);
  return { ...environment, ...Object.fromEntries(texts.map(([name, text]) => [name, String(text)])) };
}

function readCredentials(file: Section): ReadonlyMap<string, Mapping> {
  const credentials = new Map<string, Mapping>();
  for (const [index, entry] of file.list('credential_list').entries()) {
    const section = new Section(entry, `credential_list[${index}]`, file.findings);
    const name = section.text('credential_name');
    if (name !== undefined) credentials.set(name, section.section('credential_values').values);
  }
  return credentials;
}
