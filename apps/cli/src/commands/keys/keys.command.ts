import { Command, Option } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { amount, jsonOption, wholeNumber, workspaceOption } from '../../options.ts';

export const keysCommand = (): Command =>
  commandGroup('keys', [
    new Command('list')
      .description('the named keys, newest first')
      .addOption(workspaceOption('only those of one workspace'))
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./keys.handler.ts')).list(...given))),
    keyMembers(new Command('create'))
      .description('make a key, which is shown this once: keys create n8n --scope "generate:*" jobs:read')
      .argument('<name>')
      .addOption(workspaceOption('whose things it sees; "default" where absent'))
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./keys.handler.ts')).create(...given))),
    keyMembers(new Command('change'))
      .description('change a key; it holds everywhere within two seconds')
      .argument('<id>')
      .option('--name <name>', 'what it is called')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./keys.handler.ts')).change(...given))),
    new Command('rotate')
      .description('give a key a new secret, shown this once; the old one ends')
      .argument('<id>')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./keys.handler.ts')).rotate(...given))),
    new Command('delete')
      .description('remove a key; its queued jobs go on')
      .argument('<id>')
      .option('--cancel-jobs', 'cancel its jobs that have not ended')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./keys.handler.ts')).remove(...given))),
  ]).description('who may ask the content API, for what, and how much');

function keyMembers(command: Command): Command {
  return command
    .option('--scope <scopes...>', 'what it may do: "generate:*", generate:script, jobs:read, …, admin')
    .addOption(new Option('--priority <number>', 'which queued jobs go first: 9 before 0').argParser(wholeNumber))
    .addOption(new Option('--requests-per-minute <count>', 'requests of every kind').argParser(wholeNumber))
    .addOption(new Option('--max-parallel <count>', 'generations at the same time').argParser(wholeNumber))
    .addOption(new Option('--daily-cost <dollars>', 'US dollars a day, which begins at midnight UTC').argParser(amount))
    .option('--expires <time>', 'from when it is refused: 2027-01-01T00:00:00Z');
}
