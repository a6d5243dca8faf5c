import type { Command } from 'commander';
import { answerOptions } from '../../options.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { recipeProgram } from '../../generation/recipe-program.ts';
import { readRevision, revisedKind, reviseCommand } from '../../generation/revise-command.ts';

export function createReviseProgram(): Command {
  const revisions = recipeInputs().filter((recipe) => revisedKind(recipe) !== recipe.name);
  return recipeProgram('showrunner revise', revisions, {
    commandOf: (recipe) => answerOptions(reviseCommand(recipe)),
    requestOf: readRevision,
  }).description('Changes what was generated, and nothing else of it.');
}
