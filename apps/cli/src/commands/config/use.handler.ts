import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { configurationFile } from '../../environment/configuration-choice.ts';
import { readEnvFile } from '../../environment/env-file-state.ts';
import { setInEnvText } from '../../environment/env-file.ts';
import { envFilePath, initialize } from '../../environment/initialize.ts';
import { writeEnvFile } from '../../environment/write-env-file.ts';
import { refuseBrokenConfiguration } from '../../stack/ask-gateway.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { startServices } from '../../stack/start-stack.ts';

export async function use(context: CommandContext, command: Command): Promise<void> {
  const { root, environment, output, signal } = context;
  const [name = ''] = command.args;
  const { timeout } = command.opts<{ timeout: number }>();
  const file = configurationFile(root, name);
  initialize(root, environment);
  // As if it served already: the choice that is to be fixed may not stand in the way.
  const wanted = loadStack({ ...context, environment: { ...environment, SHOWRUNNER_CONFIG: name } });
  await refuseBrokenConfiguration(wanted, file, signal);
  const path = envFilePath(root);
  writeEnvFile(path, setInEnvText(readEnvFile(path), 'SHOWRUNNER_CONFIG', name));

  const stack = loadStack(context);
  const runtime = await stack.openRuntime();
  const { supervisor } = await runtime.ps();
  const isRunning = supervisor.status === 'running' || supervisor.status === 'engine';
  // The gateway's definition names its file: it is the only service that has changed, and starts again.
  if (isRunning) await startServices(context, runtime, 'up', { names: [], deadlineSeconds: timeout });
  output.result({ configuration: stack.configuration, restarted: isRunning });
  output.line(
    `Serving with ${output.style.strong(stack.configuration)}${isRunning ? '.' : ' from the next start on.'}`,
  );
  if (stack.configuration !== name) {
    output.line(`SHOWRUNNER_CONFIG in the environment is ${stack.configuration} and wins over .env.`);
  }
}
