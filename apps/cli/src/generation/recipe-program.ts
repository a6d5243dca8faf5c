import type { Command } from 'commander';
import { action } from '../command-context.ts';
import { commandGroup } from '../command-group.ts';
import { giveNarrowHelp } from '../output/narrow-help.ts';
import type { RecipeInputs } from './recipe-inputs.ts';
import { writeAnswer } from './write-answer.ts';

/** How recipes are asked for: a command of one with all its options, and the request that it stands for when it was parsed. */
interface RecipeForm {
  readonly commandOf: (recipe: RecipeInputs) => Command;
  readonly requestOf: (command: Command, recipe: RecipeInputs) => Record<string, unknown>;
}

/** A program with a command for each of the recipes. */
export function recipeProgram(
  name: string,
  recipes: readonly RecipeInputs[],
  { commandOf, requestOf }: RecipeForm,
): Command {
  const commands = recipes.map((recipe) =>
    commandOf(recipe).action(
      action((context, command) => writeAnswer(context, command, recipe.name, requestOf(command, recipe))),
    ),
  );
  const program = commandGroup(name, commands);
  giveNarrowHelp(program);
  return program;
}
