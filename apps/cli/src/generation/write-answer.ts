import type { RecipeName } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { loadStack } from '../stack/load-stack.ts';
import { connect } from './connect.ts';
import { followGeneration } from './follow-generation.ts';
import { renderAnswer } from './render-answer.ts';
import { renderEstimate } from './render-estimate.ts';
import { saveAnswers } from './save-answers.ts';

/** Has a recipe written and shows it: as it grows, then as a whole, and in a file where one is named. */
export async function writeAnswer(
  context: CommandContext,
  command: Command,
  recipe: string,
  request: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { output, signal } = context;
  const { out, estimate } = command.opts<{ out?: string; estimate?: boolean }>();
  const client = connect(loadStack(context));
  if (estimate === true) {
    const estimated = await client.estimate(recipe as RecipeName, request, { signal });
    output.result(estimated);
    return output.line(renderEstimate(estimated));
  }
  const events = client.stream(recipe as RecipeName, request, { signal });
  const answer = await followGeneration(events, `Writing: ${recipe}`, output);
  output.result(answer);
  for (const line of renderAnswer(recipe, answer, output)) output.line(line);
  if (out !== undefined) {
    saveAnswers(out, { [recipe]: answer });
    output.note(`Saved to ${out}`);
  }
}
