import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chooseRuntime, OperatorError, stackServices } from '@showrunner/stack';
import type { Runtime, ServiceDefinition, StackSettings } from '@showrunner/stack';
import type { CommandContext } from '../command-context.ts';
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
}

const DEFAULT_PORTS = { GATEWAY_PORT: 4000, MPC_API_PORT: 3000 } as const;

/**
 * Reads `.env` and the environment, which wins as it does everywhere.
 *
 * @throws {OperatorError} for a port or a configuration that cannot be.
 */
export function loadStack({
  root,
  environment,
  runtime,
}: Pick<CommandContext, 'root' | 'environment' | 'runtime'>): Stack {
  const envText = readIfThere(envFilePath(root));
  const merged = { ...readEnvText(envText), ...inherited(environment) };
  const configuration = merged['CONFIG_FILE_PATH'] || servingConfiguration(merged, envText);
  const settings: StackSettings = {
    root,
    dataFolder: resolve(root, merged['DATA_DIR'] || '.showrunner'),
    configFile: merged['CONFIG_FILE_PATH']
      ? resolve(root, merged['CONFIG_FILE_PATH'])
      : configurationFile(root, configuration),
    gatewayPort: readPort(merged, 'GATEWAY_PORT'),
    mpcApiPort: readPort(merged, 'MPC_API_PORT'),
    environment: merged,
  };
  refuseSharedPorts(settings);
  const services = stackServices(settings);
  return {
    runtime: chooseRuntime(runtime, { dataFolder: settings.dataFolder, services }),
    services,
    settings,
    configuration,
  };
}

/** What concerns the services of the operator's environment: not npm's own, nor another program's PORT and HOST. */
function inherited(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const ofOthers = /^(npm_|INIT_CWD$|PORT$|HOST$|NODE$|NODE_CHANNEL_FD$|SHOWRUNNER_NODE$|SHOWRUNNER_INSTALL_MS$)/i;
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !ofOthers.test(entry[0]),
    ),
  );
}

function readPort(environment: Readonly<Record<string, string>>, name: keyof typeof DEFAULT_PORTS): number {
  const text = environment[name] || String(DEFAULT_PORTS[name]);
  const port = Number(text);
  // The internal listener takes the next one.
  if (Number.isInteger(port) && port >= 1 && port < 65_535) return port;
  throw new OperatorError({
    what: `${name} is "${text}", which is no port`,
    where: `${name} in .env or the environment`,
    mend: 'give a whole number from 1 to 65534',
  });
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
