import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption } from '../../options.ts';

export const healthCommand = (): Command =>
  new Command('health')
    .description('ask every service how it and what it depends on are; exits non-zero when anything is not well')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./health.handler.ts')).health(context)));
