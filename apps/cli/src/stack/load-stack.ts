import { resolve } from 'node:path';
import type { Secret } from '@showrunner/service/environment';
import { chooseRuntime, OperatorError, type Runtime, type RuntimeChoice, type StackSettings } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
import { commandEnvironment } from '../environment.ts';
import { configurationFile, configurationPath, servingConfiguration } from '../environment/configuration-choice.ts';
import { readEnvFile } from '../environment/env-file-state.ts';
import { readEnvText } from '../environment/env-file.ts';
import { envFilePath } from '../environment/initialize.ts';
import { knownSettings, readIfThere } from '../environment/known-settings.ts';
import { readSettings, surroundings } from '../environment/settings.ts';

/** The stack of this checkout, as `.env` and the operator's environment describe it. */
export interface Stack {
  /**
   * Finds out what runs its services, by `--runtime`, SHOWRUNNER_RUNTIME or else `otherwise` (`auto`). Only commands
   * that speak with the services wait for that.
   */
  readonly openRuntime: (otherwise?: RuntimeChoice) => Promise<Runtime>;
  readonly settings: StackSettings;
  /** The provider configuration's name, or the file that `CONFIG_FILE_PATH` gives. */
  readonly configuration: string;
  /** What a process of the stack finds in its environment: settings, and what surrounds them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<'MPC_API_KEY' | 'LITELLM_MASTER_KEY', Secret | undefined>>;
}

/**
 * Reads `.env` and the environment, which wins as it does everywhere.
 *
 * @throws {EnvironmentError} for values that cannot be read
 * @throws {OperatorError} for an `.env` that cannot be read, ports that collide and a configuration that is not there
 */
export function loadStack(
  {
    root,
    environment,
    runtime,
  }: Pick<CommandContext, 'root' | 'environment'> & Partial<Pick<CommandContext, 'runtime'>>,
  { findConfiguration = configurationFile } = {},
): Stack {
  const envText = readEnvFile(envFilePath(root));
  const values = commandEnvironment.read({ ...readEnvText(envText), ...environment });
  const { CONFIG_FILE_PATH: ownFile, MPC_API_KEY, LITELLM_MASTER_KEY } = values;
  const configuration = ownFile ?? servingConfiguration(values, envText);
  const configFile = ownFile === undefined ? findConfiguration(root, configuration) : resolve(root, ownFile);
  const told = readSettings({
    environment,
    envText,
    known: knownSettings(root),
    configText: readIfThere(configFile),
  });
  const settings: StackSettings = {
    root,
    dataFolder: resolve(root, values.DATA_DIR),
    configFile,
    gatewayPort: values.GATEWAY_PORT,
    mpcApiPort: values.MPC_API_PORT,
    workers: values.SHOWRUNNER_WORKERS,
    environment: told,
  };
  refuseSharedPorts(settings);
  const around = surroundings(environment, told);
  return {
    openRuntime: (otherwise = 'auto') =>
      chooseRuntime(runtime ?? values.SHOWRUNNER_RUNTIME ?? otherwise, { settings, environment: around }),
    environment: { ...around, ...told },
    settings,
    configuration,
    keys: { MPC_API_KEY, LITELLM_MASTER_KEY },
  };
}

/** The same for who looks at what runs or ends it, or at another configuration: one that is not there is no hindrance. */
export function loadRunningStack(context: Parameters<typeof loadStack>[0]): Stack {
  return loadStack(context, { findConfiguration: configurationPath });
}

function refuseSharedPorts({ gatewayPort, mpcApiPort }: StackSettings): void {
  if (Math.abs(gatewayPort - mpcApiPort) > 1) return;
  throw new OperatorError({
    what: `GATEWAY_PORT ${gatewayPort} and MPC_API_PORT ${mpcApiPort} are too close: each service takes its port and the next`,
    where: '.env or the environment',
    fix: 'leave at least one port between them, as in 4000 and 3000',
  });
}
