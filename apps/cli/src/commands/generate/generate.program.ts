import type { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { jsonOption } from '../../options.ts';
import { recipeCommand } from '../../generation/recipe-command.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { generate } from './generate.handler.ts';

export function createGenerateProgram(): Command {
  const recipes = recipeInputs().map((recipe) =>
    recipeCommand(recipe)
      .option('--out <file>', 'write the answer to a file: .json, else readable text')
      .addOption(jsonOption())
      .action(action((context, command) => generate(context, command, recipe))),
  );
  return commandGroup('showrunner generate', recipes).description('Content from the recipes of this installation.');
}
