import type { Command } from 'commander';
import { action } from '../../command-context.ts';
import { commandGroup } from '../../command-group.ts';
import { answerOptions } from '../../options.ts';
import { recipeInputs } from '../../generation/recipe-inputs.ts';
import { readRevision, revisedKind, reviseCommand } from '../../generation/revise-command.ts';
import { writeAnswer } from '../../generation/write-answer.ts';
import { giveNarrowHelp } from '../../output/narrow-help.ts';

export function createReviseProgram(): Command {
  const revisions = recipeInputs().filter((recipe) => revisedKind(recipe) !== recipe.name);
  const commands = revisions.map((recipe) =>
    answerOptions(reviseCommand(recipe)).action(
      action((context, command) => writeAnswer(context, command, recipe.name, readRevision(command, recipe))),
    ),
  );
  const program = commandGroup('showrunner revise', commands).description(
    'Changes what was generated, and nothing else of it.',
  );
  giveNarrowHelp(program);
  return program;
}
