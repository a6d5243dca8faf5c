import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption } from '../../options.ts';

export const statusCommand = (): Command =>
  new Command('status')
    .description('URLs, keys, models and runtime')
    .option('--show', 'show the keys in full')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./status.handler.ts')).status(...given)));
