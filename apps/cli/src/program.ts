import type { Command } from 'commander';
import { commandGroup } from './command-group.ts';
import { configCommand } from './commands/config/config.command.ts';
import { demoCommand } from './commands/demo/demo.command.ts';
import { downCommand } from './commands/down/down.command.ts';
import { exportCommand } from './commands/export/export.command.ts';
import { generateCommand } from './commands/generate/generate.command.ts';
import { healthCommand } from './commands/health/health.command.ts';
import { initCommand } from './commands/init/init.command.ts';
import { batchCommand } from './commands/batch/batch.command.ts';
import { importCommand } from './commands/import/import.command.ts';
import { jobsCommand } from './commands/jobs/jobs.command.ts';
import { keysCommand } from './commands/keys/keys.command.ts';
import { logsCommand } from './commands/logs/logs.command.ts';
import { mcpCommand } from './commands/mcp/mcp.command.ts';
import { modelsCommand } from './commands/models/models.command.ts';
import { pruneCommand } from './commands/prune/prune.command.ts';
import { psCommand } from './commands/ps/ps.command.ts';
import { rebuildCommand } from './commands/rebuild/rebuild.command.ts';
import { recipesCommand } from './commands/recipes/recipes.command.ts';
import { resetCommand } from './commands/reset/reset.command.ts';
import { restartCommand } from './commands/restart/restart.command.ts';
import { reviseCommand } from './commands/revise/revise.command.ts';
import { secretsCommand } from './commands/secrets/secrets.command.ts';
import { statusCommand } from './commands/status/status.command.ts';
import { upCommand } from './commands/up/up.command.ts';
import { usageCommand } from './commands/usage/usage.command.ts';
import { validateCommand } from './commands/validate/validate.command.ts';
import { versionCommand } from './commands/version/version.command.ts';
import { giveNarrowHelp } from './output/narrow-help.ts';
import { toolCommands } from './tools.ts';

/** The commands, in the order in which help lists them. */
const commands = [
  demoCommand,
  upCommand,
  downCommand,
  restartCommand,
  logsCommand,
  psCommand,
  healthCommand,
  statusCommand,
  rebuildCommand,
  pruneCommand,
  resetCommand,
  generateCommand,
  exportCommand,
  reviseCommand,
  recipesCommand,
  jobsCommand,
  batchCommand,
  mcpCommand,
  keysCommand,
  usageCommand,
  modelsCommand,
  initCommand,
  configCommand,
  importCommand,
  secretsCommand,
  validateCommand,
  versionCommand,
];

export function createProgram(): Command {
  const program = commandGroup('showrunner', [...commands.map((command) => command()), ...toolCommands()])
    .description('A self-hosted content stack for video creators.')
    .showSuggestionAfterError()
    .showHelpAfterError('(showrunner help shows the commands)');
  giveNarrowHelp(program);
  return program;
}
