import { Command } from 'commander';

/** Its commands and options are made from the recipes, which are read only when they are needed. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description('content from the recipes: generate script "How espresso works" --duration 45')
    .argument('[recipe]')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (_recipe, _rest, _options, command: Command) => {
      const { createGenerateProgram } = await import('./generate.program.ts');
      await createGenerateProgram().parseAsync(command.args, { from: 'user' });
    });
