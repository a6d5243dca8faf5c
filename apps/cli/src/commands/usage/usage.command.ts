import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption, workspaceOption } from '../../options.ts';

export const usageCommand = (): Command =>
  new Command('usage')
    .description('what was used: tokens, cost and generations')
    .option('--by <groups>', 'what each row is of, between commas: day, key, recipe, model', 'day')
    .option('--from <when>', 'a date in UTC, or an instant: 2026-03-29T01:00:00+02:00')
    .option('--to <when>', 'a date, which is included, or an instant, which is not')
    .addOption(workspaceOption('that of another workspace'))
    .addOption(jsonOption())
    .action(action(async (...given) => (await import('./usage.handler.ts')).usage(...given)));
