import type { Mapping } from '../json/mapping.ts';
import { reportMissingVariables, withoutDanglingNames } from './check-references.ts';
import { ConfigurationError, errorsAmong, Findings, type Finding } from './finding.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { readConfigurationFile, type ConfigurationSource } from './read-file.ts';
import type { ModelReading } from './sections/model-list/model-list.ts';
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
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails?: readonly string[] | undefined;
}

/**
 * Reads and checks a configuration. Throws a `ConfigurationError` with every finding where it cannot be served, or, if
 * `isStrict`, has an error at all.
 */
export async function loadConfig(source: ConfigSource, isStrict: boolean): Promise<GatewayConfig> {
  const { config, findings } = await readConfig(source);
  if (config && !(isStrict && errorsAmong(findings).length > 0)) return config;
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
    withoutGuardrails: new Set(source.withoutGuardrails),
  });
  const routing = withoutDanglingNames(settings, value, findings);
  reportMissingVariables(missing, findings);
  if (findings.stopsEverything) return { config: undefined, findings: findings.list };
  return { config: { ...settings, routing, files: read.files, findings: findings.list }, findings: findings.list };
}
