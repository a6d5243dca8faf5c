import type { Command } from 'commander';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { CommandContext } from '../../command-context.ts';
import { configurationFile, configurationNames } from '../../environment/configuration-choice.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function show(context: CommandContext, command: Command): Promise<void> {
  const { root, output } = context;
  const stack = loadStack(context);
  const [name = stack.configuration] = command.args;
  const file = command.args[0] === undefined ? stack.settings.configFile : configurationFile(root, name);
  const text = readFileSync(file, 'utf8');
  output.result({
    name,
    file,
    serving: stack.configuration,
    available: configurationNames(root),
    content: parse(text) as unknown,
  });
  output.note(output.style.faint(`# ${file}${name === stack.configuration ? ' (serving)' : ''}`));
  output.line(text.trimEnd());
}
