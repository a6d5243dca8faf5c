import { Command } from 'commander';
import { configCommand } from './commands/config/config.command.ts';
import { downCommand } from './commands/down/down.command.ts';
import { healthCommand } from './commands/health/health.command.ts';
import { initCommand } from './commands/init/init.command.ts';
import { logsCommand } from './commands/logs/logs.command.ts';
import { psCommand } from './commands/ps/ps.command.ts';
import { restartCommand } from './commands/restart/restart.command.ts';
import { statusCommand } from './commands/status/status.command.ts';
import { upCommand } from './commands/up/up.command.ts';

/** The commands, in the order in which help lists them. */
const commands = [
  upCommand,
  downCommand,
  restartCommand,
  logsCommand,
  psCommand,
  healthCommand,
  statusCommand,
  initCommand,
  configCommand,
];

export function createProgram(): Command {
  const program = new Command('showrunner')
    .description('A self-hosted content stack for video creators.')
    .showSuggestionAfterError()
    .showHelpAfterError('(showrunner help shows the commands)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', '\nTools: showrunner gateway | api | test | typecheck | lint | format | run FILE.ts');
  for (const command of commands) program.addCommand(command());
  return program;
}
