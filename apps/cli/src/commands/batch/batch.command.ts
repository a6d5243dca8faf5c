import { Command, Option } from 'commander';
import { action, type Handler } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonLinesOption, jsonOption, wholeNumber } from '../../options.ts';

type Work = 'create' | 'list' | 'show' | 'watch' | 'cancel';

const work = (name: Work): ReturnType<typeof action> =>
  action(async (...given: Parameters<Handler>) => (await import('./batch.handler.ts'))[name](...given));

export const batchCommand = (): Command =>
  commandGroup('batch', [
    new Command('create')
      .description('ask for up to 1,000 things at once, all of them or none')
      .requiredOption(
        '--input <file>',
        '{"items": [{"recipe": "script", "input": {…}}, …]} as JSON in a file, or from standard input: -',
      )
      .option('--key <key>', 'an idempotency key: the same one again is the same batch')
      .addOption(jsonOption())
      .action(work('create')),
    new Command('list')
      .description('batches, newest first')
      .addOption(new Option('--limit <count>', 'at most so many').argParser(wholeNumber).default(20))
      .addOption(jsonOption())
      .action(work('list')),
    new Command('show')
      .description('how far each item is')
      .argument('<batch>')
      .addOption(jsonOption())
      .action(work('show')),
    new Command('watch')
      .description('follow a batch until all of its items have ended')
      .argument('<batch>')
      .addOption(jsonLinesOption())
      .action(work('watch')),
    new Command('cancel')
      .description('cancel what has not ended')
      .argument('<batch>')
      .addOption(jsonOption())
      .action(work('cancel')),
  ]).description('many requests as one');
