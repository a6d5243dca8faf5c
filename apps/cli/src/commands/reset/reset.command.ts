import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption, yesOption } from '../../options.ts';

export const resetCommand = (): Command =>
  new Command('reset')
    .description('stop the stack and remove its data: jobs, results, caches, logs; settings and models stay')
    .option('--env', 'remove .env too, with the keys in it')
    .addOption(yesOption())
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./reset.handler.ts')).reset(...given)));
