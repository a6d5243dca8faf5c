import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import {
  configurationFile,
  configurationNames,
  parseConfiguration,
  readConfiguration,
} from '../../environment/configuration-choice.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function show(context: CommandContext, command: Command): Promise<void> {
  const { root, output } = context;
  const stack = loadStack(context);
  const [name = stack.configuration] = command.args;
  const file = command.args[0] === undefined ? stack.settings.configFile : configurationFile(root, name);
  const text = readConfiguration(file);
  output.result({
    name,
    file,
    serving: stack.configuration,
    available: configurationNames(root),
    content: output.format === 'json' ? parseConfiguration(file) : undefined,
  });
  output.note(output.noteStyle.faint(`# ${file}${name === stack.configuration ? ' (serving)' : ''}`));
  output.line(text.trimEnd());
}
