import { basename, dirname, extname } from 'node:path';
import { requiredSecrets } from '../../container-form.ts';
import { OperatorError } from '../../operator-error.ts';
import type { StackSettings } from '../../services/stack-settings.ts';

/** The name in docker-compose.yml. */
const DEFAULT_PROJECT = 'showrunner';

/** What the Compose file requires, for commands that start nothing and must work without a complete `.env`. */
export const placeholders = Object.fromEntries(Object.keys(requiredSecrets).map((name) => [name, '-']));

/** Under which name Compose keeps the stack apart from others: COMPOSE_PROJECT_NAME, else the file's own. */
export function projectName(environment: Readonly<Record<string, string | undefined>>): string {
  return environment.COMPOSE_PROJECT_NAME || DEFAULT_PROJECT;
}

/**
 * What the Compose file is filled in with: the settings, with the ports and the configuration as the command line read
 * them, so that both runtimes mean the same by them.
 *
 * @throws {OperatorError} for a configuration file of another name than `….yaml`.
 */
export function composeEnvironment(
  { configFile, gatewayPort, mpcApiPort, workers, environment: told }: StackSettings,
  surroundings: Readonly<Record<string, string>>,
): Record<string, string> {
  if (extname(configFile) !== '.yaml') {
    throw new OperatorError({
      what: 'In containers a configuration file has a name that ends in .yaml',
      where: configFile,
      fix: 'rename it and CONFIG_FILE_PATH with it',
    });
  }
  return {
    ...surroundings,
    ...told,
    SHOWRUNNER_CONFIG: basename(configFile, '.yaml'),
    SHOWRUNNER_CONFIG_FOLDER: dirname(configFile),
    GATEWAY_PORT: String(gatewayPort),
    MPC_API_PORT: String(mpcApiPort),
    SHOWRUNNER_WORKERS: String(workers),
  };
}
