import type { Mapping } from '../json/mapping.ts';
import { checkReferences } from './check-references.ts';
import { ConfigurationError, Findings, type Finding } from './finding.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { readConfigurationFile, type ConfigurationSource } from './read-file.ts';
import type { ModelReading } from './read-models.ts';
import { readSections } from './read-sections.ts';
import type { Environment } from './reading/section.ts';
import { resolveReferences } from './resolve-references.ts';
import { environmentVariables } from './sections/environment-variables.ts';

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
  const environment = environmentVariables.read(read.values, source.environment, findings);
  const { value, missing } = resolveReferences(read.values, environment, findings);
  const settings = readSections(value, {
    environment,
    missing,
    findings,
    written: read.values,
    lookUpModel: source.lookUpModel,
  });
  const config: GatewayConfig = { ...settings, files: read.files, findings: findings.list };
  checkReferences(config, missing, findings);
  return { config: findings.hasErrors ? undefined : config, findings: findings.list };
}
