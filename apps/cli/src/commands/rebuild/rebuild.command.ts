import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { deadlineOption, jsonOption, runtimeOption } from '../../options.ts';

export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('build the images (docker) or install the dependencies (local) anew, and start the services with them')
    .argument('[service...]')
    .option('--no-cache', 'use nothing that an earlier build or download left')
    .addOption(deadlineOption())
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./rebuild.handler.ts')).rebuild(...given)));
