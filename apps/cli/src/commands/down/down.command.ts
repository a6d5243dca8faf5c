import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption } from '../../options.ts';

export const downCommand = (): Command =>
  new Command('down')
    .description('stop the stack; data stays')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./down.handler.ts')).down(context)));
