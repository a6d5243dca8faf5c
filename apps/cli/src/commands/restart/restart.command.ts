import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { deadlineOption, jsonOption, runtimeOption } from '../../options.ts';

export const restartCommand = (): Command =>
  new Command('restart')
    .description('stop the stack or some services, and start them again with what .env says now')
    .argument('[service...]')
    .addOption(deadlineOption())
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./restart.handler.ts')).restart(...given)));
