import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, runtimeOption } from '../../options.ts';

export const validateCommand = (): Command =>
  new Command('validate')
    .alias('doctor')
    .description('check the whole installation; each finding comes with its fix, and errors make the exit code 1')
    .option('--strict', 'warnings make the exit code 1 too')
    .option('--online', 'also reach the providers: connection and TLS, never a call')
    .option('--deep', 'also read the model and the databases in full')
    .option('--all', 'also list what is well')
    .addOption(runtimeOption())
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./validate.handler.ts')).validate(...given)));
