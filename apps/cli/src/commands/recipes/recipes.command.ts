import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption } from '../../options.ts';

export const recipesCommand = (): Command =>
  new Command('recipes')
    .description('what can be asked for, and where; with --json the schemas of bodies and results')
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./recipes.handler.ts')).recipes(context)));
