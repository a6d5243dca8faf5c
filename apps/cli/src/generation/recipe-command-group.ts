import { Command } from 'commander';

/** A command whose own commands and options are made from the recipes, which are read only when one of them is wanted. */
export function recipeCommandGroup(name: string, description: string, load: () => Promise<Command>): Command {
  return new Command(name)
    .description(description)
    .argument('[recipe]')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (_recipe, _rest, _options, command: Command) => {
      const program = await load();
      await program.parseAsync(command.args, { from: 'user' });
    });
}
