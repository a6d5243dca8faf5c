import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Secret } from '@showrunner/service/environment';
import { chooseRuntime, OperatorError, stackServices } from '@showrunner/stack';
import type { Runtime, ServiceDefinition, StackSettings } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { commandEnvironment } from '../environment.ts';
import { configurationFile, servingConfiguration } from '../environment/configuration-choice.ts';
import { readEnvText } from '../environment/env-file.ts';
import { envFilePath } from '../environment/initialize.ts';

/** The stack of this checkout, as `.env` and the operator's environment describe it. */
export interface Stack {
  readonly runtime: Runtime;
  readonly services: readonly ServiceDefinition[];
  readonly settings: StackSettings;
  /** The provider configuration's name, or the file that `CONFIG_FILE_PATH` gives. */
  readonly configuration: string;
  readonly keys: Readonly<Record<'MPC_API_KEY' | 'LITELLM_MASTER_KEY', Secret | undefined>>;
}

/**
 * Reads `.env` and the environment, which wins as it does everywhere.
 *
 * @throws {EnvironmentError} for values that cannot be read
 * @throws {OperatorError} for ports that collide and a configuration that is not there
 */
export function loadStack({
  root,
  environment,
  runtime,
}: Pick<CommandContext, 'root' | 'environment' | 'runtime'>): Stack {
  const envText = readIfThere(envFilePath(root));
  const merged = { ...readEnvText(envText), ...inherited(environment) };
  const values = commandEnvironment.read(merged);
  const { CONFIG_FILE_PATH: ownFile, MPC_API_KEY, LITELLM_MASTER_KEY } = values;
  const configuration = ownFile ?? servingConfiguration(values, envText);
  const settings: StackSettings = {
    root,
    dataFolder: resolve(root, values.DATA_DIR),
    configFile: ownFile === undefined ? configurationFile(root, configuration) : resolve(root, ownFile),
    gatewayPort: values.GATEWAY_PORT,
    mpcApiPort: values.MPC_API_PORT,
    environment: merged,
  };
  refuseSharedPorts(settings);
  const services = stackServices(settings);
  return {
    runtime: chooseRuntime(runtime, { dataFolder: settings.dataFolder, services }),
    services,
    settings,
    configuration,
    keys: { MPC_API_KEY, LITELLM_MASTER_KEY },
  };
}

/** What concerns the services of the operator's environment: not npm's own, nor another program's PORT and HOST. */
function inherited(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const ofOthers = /^(npm_.*|INIT_CWD|NODE|NODE_CHANNEL_FD|PORT|HOST|SHOWRUNNER_(STARTED_AT|INSTALL_MS))$/i;
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !ofOthers.test(entry[0]),
    ),
  );
}

function refuseSharedPorts({ gatewayPort, mpcApiPort }: StackSettings): void {
  if (Math.abs(gatewayPort - mpcApiPort) > 1) return;
  throw new OperatorError({
    what: `GATEWAY_PORT ${gatewayPort} and MPC_API_PORT ${mpcApiPort} are too close: each service takes its port and the next`,
    where: '.env or the environment',
    mend: 'leave at least one port between them, as in 4000 and 3000',
  });
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
