import { Command } from 'commander';

/** A command that only holds others, with `help` as the last of them. */
export function commandGroup(name: string, commands: readonly Command[]): Command {
  const group = new CommandGroup(name).enablePositionalOptions();
  for (const command of commands) group.addCommand(command);
  return group.addCommand(helpCommand(group));
}

/** commander takes a group without a further word for a mistake; here it is the question how it is used. */
class CommandGroup extends Command {
  override help(): never {
    return super.help();
  }
}

/** Answers `help`, `help --help`, `help help` and `help <command...>` at any depth; only a name that is none fails. */
function helpCommand(group: Command): Command {
  const help = new Command('help').description('how a command is used').argument('[command...]');
  help.helpInformation = (context) => group.helpInformation(context);
  return help.action(async ([word, ...rest]: string[]) => {
    if (word === undefined) group.help();
    const asked = group.commands.find((command) => [command.name(), ...command.aliases()].includes(word));
    if (asked === undefined) await group.parseAsync([word], { from: 'user' });
    else if (asked.commands.length > 0) await asked.parseAsync(['help', ...rest], { from: 'user' });
    else await asked.parseAsync([...rest, '--help'], { from: 'user' });
  });
}
