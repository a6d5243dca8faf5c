import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption } from '../../options.ts';

export const psCommand = (): Command =>
  new Command('ps')
    .description('state, ports, uptime, restarts and memory of every service')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (context) => (await import('./ps.handler.ts')).ps(context)));
