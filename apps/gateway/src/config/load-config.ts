import type { Mapping } from '../json/mapping.ts';
import { reportMissingVariables, withoutDanglingNames } from './check-references.ts';
import { ConfigurationError, errorsAmong, Findings, type Finding } from './finding.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { readConfigurationFile, type ConfigurationSource } from './read-file.ts';
import type { ModelReading } from './sections/model-list/model-list.ts';
import { readSections } from './read-sections.ts';
import type { Environment } from './reading/section.ts';
import { resolveReferences } from './resolve-references.ts';
import {
  isOfStoredModel,
  NOTHING_STORED,
  storedModelPath,
  withStoredSections,
  type StoredConfiguration,
} from './stored-configuration.ts';
import { environmentVariables } from './sections/environment-variables.ts';

/** What a configuration is read with. */
export interface ConfigSource {
  /** A file, settings made from flags (`--model`), or what was read before. */
  readonly from: { file: string } | { settings: Mapping } | { read: ConfigurationSource };
  readonly environment: Environment;
  readonly lookUpModel: ModelReading['lookUpModel'];
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails?: readonly string[] | undefined;
  /** What lies in the database beside the file's. */
  readonly stored?: StoredConfiguration | undefined;
}

/**
 * Reads and checks a configuration. Throws a `ConfigurationError` with every finding where it cannot be served, or, if
 * `isStrict`, has an error at all, but for those of stored models, which no change of a file mends.
 */
export async function loadConfig(source: ConfigSource, isStrict: boolean): Promise<GatewayConfig> {
  const { config, findings } = await readConfig(source);
  const errors = errorsAmong(findings).filter(({ path }) => !isOfStoredModel(path));
  if (config && !(isStrict && errors.length > 0)) return config;
  throw new ConfigurationError('file' in source.from ? source.from.file : 'the command line', findings);
}

/**
 * As `loadConfig`, but returns what was found in any case. `config` is there unless an error stops everything; what
 * else has an error is not in it, or is its default.
 */
export async function readConfig(
  source: ConfigSource,
): Promise<{ config: GatewayConfig | undefined; findings: readonly Finding[] }> {
  const findings = new Findings();
  const read = await readSource(source.from, findings);
  const { models, credentials, sections } = source.stored ?? NOTHING_STORED;
  const written = withStoredSections(read.values, sections);
  const environment = environmentVariables.read(written, source.environment, findings);
  const { value, missing } = resolveReferences(written, environment, findings);
  const storedModels = models.map(({ id, entry }) => {
    const path = storedModelPath(id);
    const resolved = resolveReferences(entry, environment, findings, path);
    for (const [place, name] of resolved.missing) missing.set(place, name);
    return { path, value: resolved.value, source: entry };
  });
  const settings = readSections(value, {
    environment,
    missing,
    findings,
    written,
    storedModels,
    storedCredentials: credentials,
    lookUpModel: source.lookUpModel,
    withoutGuardrails: new Set(source.withoutGuardrails),
  });
  const routing = withoutDanglingNames(settings, value, findings);
  reportMissingVariables(missing, findings);
  if (findings.stopsEverything) return { config: undefined, findings: findings.list };
  return { config: { ...settings, routing, written: read, findings: findings.list }, findings: findings.list };
}

async function readSource(from: ConfigSource['from'], findings: Findings): Promise<ConfigurationSource> {
  if ('file' in from) return readConfigurationFile(from.file, findings);
  return 'read' in from ? from.read : { values: from.settings, files: [] };
}
