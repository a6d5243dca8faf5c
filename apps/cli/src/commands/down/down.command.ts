import { Command } from 'commander';
import { action, jsonOption, runtimeOption } from '../../command-context.ts';

export const downCommand = (): Command =>
  new Command('down')
    .description('stop the stack; data stays')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./down.handler.ts')).down(context)));
