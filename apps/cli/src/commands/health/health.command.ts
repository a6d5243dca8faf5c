import { Command } from 'commander';
import { action, jsonOption, runtimeOption } from '../../command-context.ts';

export const healthCommand = (): Command =>
  new Command('health')
    .description('ask every service how it and what it depends on are; exits non-zero when anything is not well')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./health.handler.ts')).health(context)));
