import { Command } from 'commander';
import { action } from '../../command-context.ts';
import { jsonOption } from '../../options.ts';
import { recipeCommand } from '../../generation/recipe-command.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { generate } from './generate.handler.ts';

export function createGenerateProgram(): Command {
  const program = new Command('showrunner generate').description('Content from the recipes of this installation.');
  for (const recipe of recipeInputs()) {
    program.addCommand(
      recipeCommand(recipe)
        .option('--out <file>', 'write the answer to a file: .json, else readable text')
        .addOption(jsonOption())
        .action(action((context, command) => generate(context, command, recipe))),
    );
  }
  return program;
}
