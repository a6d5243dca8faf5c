import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonOption } from '../../options.ts';

export const modelsCommand = (): Command =>
  commandGroup('models', [
    new Command('list')
      .description('the models that the gateway serves, and those that can run on this machine')
      .addOption(jsonOption())
      .action(action(async (context) => (await import('./list.handler.ts')).list(context))),
    new Command('pull')
      .description('fetch a model that runs on this machine; the one that fits it best when none is named')
      .argument('[id]')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./pull.handler.ts')).pull(...given))),
    new Command('use')
      .description(
        'write with this model of the catalogue, or with ollama/MODEL or lm_studio/MODEL; auto: the best that is here',
      )
      .argument('<name>')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./use.handler.ts')).use(...given))),
    new Command('test')
      .description('ask every model that the gateway serves, or the named ones, for one word')
      .argument('[name...]')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./test.handler.ts')).test(...given))),
  ]).description('the models that write');
