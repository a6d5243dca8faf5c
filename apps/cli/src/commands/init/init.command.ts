import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption } from '../../options.ts';

export const initCommand = (): Command =>
  new Command('init')
    .description('create .env with generated secrets, or fill in what it lacks; nothing in it is overwritten')
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./init.handler.ts')).init(context)));
