import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption } from '../../options.ts';

export const versionCommand = (): Command =>
  new Command('version')
    .description('what a report of a fault should begin with: version, Node, system, configuration')
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./version.handler.ts')).version(context)));
