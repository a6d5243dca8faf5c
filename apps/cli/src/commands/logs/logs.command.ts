import { Command, InvalidArgumentError } from 'commander';
import { action } from '../../command-context.ts';
import { jsonLinesOption, runtimeOption, wholeNumber } from '../../options.ts';
import { readSince } from './read-since.ts';

export const logsCommand = (): Command =>
  new Command('logs')
    .description('what the services wrote, as one stream')
    .argument('[service...]')
    .option('-f, --follow', 'go on with what they write')
    .option('-n, --tail <lines>', 'only the last so many lines', wholeNumber)
    .option('--since <when>', 'only from then on: 90s, 10m, 2h, 1d or a date', since)
    .option('--raw', 'the lines as they were written')
    .addOption(runtimeOption())
    .addOption(jsonLinesOption())
    .action(action(async (...given) => (await import('./logs.handler.ts')).logs(...given)));

function since(text: string): string {
  const moment = readSince(text, Date.now());
  if (moment === undefined)
    throw new InvalidArgumentError('It takes 90s, 10m, 2h, 1d or a date such as 2026-11-23T10:00.');
  return moment;
}
