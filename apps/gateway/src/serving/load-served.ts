import { openness } from '@showrunner/access';
import { lookUpModel } from '@showrunner/models';
import { CannotStartError, type Logger } from '@showrunner/service';
import { ConfigurationError, placedMessage } from '../config/finding.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { ConfigurationSource } from '../config/read-file.ts';
import { NOTHING_STORED, type StoredConfiguration } from '../config/stored-configuration.ts';
import { isMapping } from '../json/mapping.ts';
import { CannotUnsealError } from '../stored/secrets/secret-box.ts';
import type { GatewayOptions } from './gateway-options.ts';

/** Where models are not to be stored, those that are wait. */
export function servedOf(stored: StoredConfiguration, config: GatewayConfig): StoredConfiguration {
  return isStoring(stored, config) ? stored : NOTHING_STORED;
}

/** Whether models are added by the API and served from the database: the file says so, or what is stored does. */
export function isStoring({ sections }: StoredConfiguration, { storage }: GatewayConfig): boolean {
  const { general_settings: general } = sections;
  return storage.storesModels || (isMapping(general) && general.store_model_in_db === true);
}

/** With another key nothing of what is stored could be served, and what is stored next could not be read by the others. */
export function cannotUnseal(error: unknown): StoredConfiguration {
  if (!(error instanceof CannotUnsealError)) return NOTHING_STORED;
  throw new CannotStartError(
    `${error.message}. Start with the LITELLM_SALT_KEY, or with the file secrets.key in DATA_DIR, that it was written with.`,
  );
}

/** Why a configuration is not served, by the first error in it. */
export function reasonOf(error: unknown): string {
  const finding =
    error instanceof ConfigurationError ? error.findings.find(({ level }) => level === 'error') : undefined;
  return finding ? placedMessage(finding) : String(error);
}

interface Loading {
  readonly isStrict: boolean;
  readonly stored?: StoredConfiguration;
  /** In place of the file, what was read of it. */
  readonly read?: ConfigurationSource;
}

/** Reads the configuration. Rejects with a `ConfigurationError` where it cannot be served, and where anybody could use it. */
export async function loadServed(
  { from, environment, host, withoutGuardrails }: GatewayOptions,
  { isStrict, stored, read }: Loading,
): Promise<GatewayConfig> {
  const source = { from: read ? { read } : from, environment, lookUpModel, withoutGuardrails, stored };
  const config = await loadConfig(source, isStrict);
  const { masterKey, isKeyPublic } = config.access;
  if (openness(masterKey !== undefined && !isKeyPublic, host) === 'exposed') {
    throw new ConfigurationError('the gateway', [
      {
        level: 'error',
        path: 'general_settings.master_key',
        message: `${isKeyPublic ? 'is a key that everybody knows' : 'there is no key'}, and other machines can reach this address`,
        fix: 'set LITELLM_MASTER_KEY, or listen on 127.0.0.1',
        stops: 'everything',
      },
    ]);
  }
  return config;
}

/** What an operator should know of a configuration that serves from now on. */
export function logConfiguration({ findings, access }: GatewayConfig, logger: Logger): void {
  for (const { level, path, message, fix } of findings) {
    const line = { path, fix };
    const importance = ({ error: 'error', warning: 'warn', hint: 'info' } as const)[level];
    logger[importance](line, message);
  }
  if (access.masterKey === undefined) {
    logger.warn('no key is configured: everybody on this machine may use the gateway; set LITELLM_MASTER_KEY');
  }
}
