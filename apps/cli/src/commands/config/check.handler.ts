import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { configurationFile, configurationNames } from '../../environment/configuration-choice.ts';
import { loadRunningStack, loadStack } from '../../stack/load-stack.ts';

/** Has the gateway itself read the file: its findings are the only ones that count. */
export async function check(context: CommandContext, command: Command): Promise<boolean> {
  const { root, output, signal } = context;
  const [given] = command.args;
  // Which one serves is of no account where another is named.
  const { settings, environment } = given === undefined ? loadStack(context) : loadRunningStack(context);
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

/** @throws {OperatorError} for a path where no file lies, and a name of no configuration */
function fileOf(root: string, given: string): string {
  if (existsSync(given)) return resolve(given);
  if (!/[/\\]|\.ya?ml$/i.test(given)) return configurationFile(root, given);
  throw new OperatorError({
    what: `There is no file ${given}`,
    where: process.cwd(),
    fix: `correct the path, or name a configuration: ${configurationNames(root).join(', ')}`,
  });
}
