import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { loadStack } from './load-stack.ts';

/** Has the gateway carry out a command on what it keeps. */
export async function carryOutStored(context: CommandContext, command: readonly string[]): Promise<boolean> {
  const { root, output, signal } = context;
  const { settings, environment } = loadStack(context);
  const flags = ['--config', settings.configFile, ...(output.format === 'json' ? ['--json'] : [])];
  const gateway = spawn(
    process.execPath,
    [join(root, 'apps/gateway/src/stored-main.ts'), ...command, ...flags],
    // Relative to the stack, wherever the command is called.
    { env: { ...environment, DATA_DIR: settings.dataFolder }, stdio: 'inherit', signal },
  );
  await once(gateway, 'exit');
  return gateway.exitCode === 0;
}
