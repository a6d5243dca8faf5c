import type { RecipeName } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { followGeneration } from '../../generation/follow-generation.ts';
import { readRequest } from '../../generation/recipe-command.ts';
import type { RecipeInputs } from '../../generation/recipe-inputs.ts';
import { renderAnswer } from '../../generation/render-answer.ts';
import { saveAnswers } from '../../generation/save-answers.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function generate(context: CommandContext, command: Command, recipe: RecipeInputs): Promise<void> {
  const { output, signal } = context;
  const { out } = command.opts<{ out?: string }>();
  const client = connect(loadStack(context));
  const request = readRequest(command, recipe);
  const events = client.stream(recipe.name as RecipeName, request, { signal });
  const answer = await followGeneration(events, `Writing: ${recipe.name}`, output);
  output.result(answer);
  for (const line of renderAnswer(recipe.name, answer, output)) output.line(line);
  if (out !== undefined) {
    saveAnswers(out, { [recipe.name]: answer });
    output.note(`Saved to ${out}`);
  }
}
