import { Command, Option } from 'commander';
import { action, type Handler } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonLinesOption, jsonOption, wholeNumber, workspaceOption, yesOption } from '../../options.ts';

type Work = 'list' | 'show' | 'watch' | 'events' | 'cancel' | 'retry' | 'remove';

const work = (name: Work): ReturnType<typeof action> =>
  action(async (...given: Parameters<Handler>) => (await import('./jobs.handler.ts'))[name](...given));

export const jobsCommand = (): Command =>
  commandGroup('jobs', [
    new Command('list')
      .description('what was generated and what is being generated, newest first')
      .option('--state <state>', 'queued, running, succeeded, failed or cancelled')
      .option('--recipe <recipe>', 'only those of one recipe')
      .option('--search <words>', 'words of the prompt, the title or the label')
      .addOption(new Option('--limit <count>', 'at most so many').argParser(wholeNumber).default(20))
      .addOption(workspaceOption('those of another workspace'))
      .addOption(jsonOption())
      .action(work('list')),
    new Command('show')
      .description('one job: its result, or how far it is')
      .argument('<job>')
      .option('--out <file>', 'write the result to a file: .json, else readable text')
      .addOption(jsonOption())
      .action(work('show')),
    new Command('watch')
      .description('follow a job until it ends, scene by scene')
      .argument('<job>')
      .option('--after <event>', 'the id of the last event that is known')
      .addOption(jsonLinesOption())
      .action(work('watch')),
    new Command('events')
      .description('follow all jobs as they are told, until Ctrl+C')
      .option('--after <event>', 'the id of the last event that is known')
      .addOption(workspaceOption('those of another workspace'))
      .addOption(jsonLinesOption())
      .action(work('events')),
    new Command('cancel')
      .description('end a job; what was made of it stays')
      .argument('<job>')
      .addOption(jsonOption())
      .action(work('cancel')),
    new Command('retry')
      .description('go on with a job from what it has')
      .argument('<job>')
      .addOption(jsonOption())
      .action(work('retry')),
    new Command('delete')
      .description('remove a job that has ended')
      .argument('<job>')
      .addOption(yesOption())
      .addOption(jsonOption())
      .action(work('remove')),
  ]).description('work that goes on by itself, and all that was generated');
