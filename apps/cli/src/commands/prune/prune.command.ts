import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption, yesOption } from '../../options.ts';

export const pruneCommand = (): Command =>
  new Command('prune')
    .description('remove what nothing uses any more: old logs, leftovers, replaced images; no data, no models')
    .addOption(yesOption())
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./prune.handler.ts')).prune(...given)));
