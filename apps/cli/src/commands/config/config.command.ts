import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { deadlineOption, jsonOption, runtimeOption } from '../../options.ts';

export const configCommand = (): Command =>
  commandGroup('config', [
    new Command('check')
      .description('check a configuration file as the gateway reads it; the serving one when none is given')
      .argument('[file]', 'a YAML file, or the name of a configuration')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./check.handler.ts')).check(...given))),
    new Command('show')
      .description('print the serving configuration, or the named one')
      .argument('[name]')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./show.handler.ts')).show(...given))),
    new Command('use')
      .description('let another configuration serve; a running gateway starts again with it')
      .argument('<name>')
      .addOption(deadlineOption())
      .addOption(runtimeOption())
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./use.handler.ts')).use(...given))),
    new Command('diff')
      .description(
        'how the named configuration differs from the serving one; without a name, how .env differs from .env.example',
      )
      .argument('[name]')
      .addOption(jsonOption())
      .action(action(async (...given) => (await import('./diff.handler.ts')).diff(...given))),
  ]).description('the provider configuration');
