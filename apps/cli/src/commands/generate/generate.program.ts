import type { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { answerOptions } from '../../options.ts';
import { readRequest, recipeCommand } from '../../generation/recipe-command.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { revisedKind } from '../../generation/revise-command.ts';
import { writeAnswer } from '../../generation/write-answer.ts';
import { giveNarrowHelp } from '../../output/narrow-help.ts';

export function createGenerateProgram(): Command {
  const recipes = recipeInputs().filter((recipe) => revisedKind(recipe) === recipe.name);
  const commands = recipes.map((recipe) =>
    answerOptions(recipeCommand(recipe)).action(
      action((context, command) => writeAnswer(context, command, recipe.name, readRequest(command, recipe))),
    ),
  );
  const program = commandGroup('showrunner generate', commands).description(
    'Content from the recipes of this installation.',
  );
  giveNarrowHelp(program);
  return program;
}
