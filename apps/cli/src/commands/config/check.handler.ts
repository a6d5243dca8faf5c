import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { configurationFile } from '../../environment/configuration-choice.ts';
import { loadStack } from '../../stack/load-stack.ts';

/** Has the gateway itself read the file: its findings are the only ones that count. */
export async function check(context: CommandContext, command: Command): Promise<boolean> {
  const { root, output, signal } = context;
  const { settings, environment } = loadStack(context);
  const [given] = command.args;
  const file = given === undefined ? settings.configFile : fileOf(root, given);
  const flags = ['--check', '--config', file, ...(output.format === 'json' ? ['--json'] : [])];
  const gateway = spawn(process.execPath, [join(root, 'apps/gateway/src/main.ts'), ...flags], {
    env: environment,
    stdio: 'inherit',
    signal,
  });
  await once(gateway, 'exit');
  return gateway.exitCode === 0;
}

function fileOf(root: string, given: string): string {
  return existsSync(given) ? resolve(given) : configurationFile(root, given);
}
