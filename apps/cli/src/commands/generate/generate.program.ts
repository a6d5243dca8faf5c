import type { Command } from 'commander';
import { answerOptions } from '../../options.ts';
import { readRequest, recipeCommand } from '../../generation/recipe-command.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { recipeProgram } from '../../generation/recipe-program.ts';
import { revisedKind } from '../../generation/revise-command.ts';

export function createGenerateProgram(): Command {
  const recipes = recipeInputs().filter((recipe) => revisedKind(recipe) === recipe.name);
  return recipeProgram('showrunner generate', recipes, {
    commandOf: (recipe) => answerOptions(recipeCommand(recipe)),
    requestOf: readRequest,
  }).description('Content from the recipes of this installation.');
}
