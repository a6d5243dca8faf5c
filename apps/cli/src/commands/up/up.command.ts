import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { deadlineOption, jsonOption, runtimeOption } from '../../options.ts';

export const upCommand = (): Command =>
  new Command('up')
    .description('start the stack, or some services with what they depend on, and wait until they are healthy')
    .argument('[service...]')
    .addOption(deadlineOption())
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./up.handler.ts')).up(...given)));
