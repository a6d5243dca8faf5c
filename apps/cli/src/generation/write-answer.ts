import type { Answer, ExportFormat, RecipeName, Showrunner } from '@showrunner/client';
import { exportRoutes } from '@showrunner/contract';
import { nearestName } from '@showrunner/errors/nearest-name';
import { OperatorError } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { refuseUnwritable, writeResultFile } from '../output/result-file.ts';
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
  const { out, estimate, as } = command.opts<{ out?: string; estimate?: boolean; as?: string }>();
  // What would come out only when the answer is there and paid for.
  if (as !== undefined) refuseUnknownFormat(as);
  if (out !== undefined) refuseUnwritable(out);
  const client = connect(loadStack(context));
  if (estimate === true) {
    const estimated = await client.estimate(recipe as RecipeName, request, { signal });
    output.result(estimated);
    return output.line(renderEstimate(estimated));
  }
  // Whoever interrupts it wants it ended.
  const events = client.stream(recipe as RecipeName, request, { signal, maxRetries: 0 });
  const answer = await followGeneration(events, `Writing: ${recipe}`, output);
  if (as !== undefined) return writeAs(as, answer, { client, context, out });
  output.result(answer);
  for (const line of renderAnswer(recipe, answer, output)) output.line(line);
  if (out !== undefined) {
    saveAnswers(out, { [recipe]: answer });
    output.note(`Saved to ${out}`);
  }
}

/** The answer as a file of another kind, which the server makes of its job. */
async function writeAs(
  format: string,
  { meta }: Answer<unknown>,
  {
    client,
    context,
    out,
  }: { readonly client: Showrunner; readonly context: CommandContext; readonly out?: string | undefined },
): Promise<void> {
  const { output, signal } = context;
  const file = await client.exports.job(meta.job_id ?? '', format as ExportFormat, {}, { signal });
  output.result(file);
  if (out === undefined) return output.line(file.data.text.replace(/\n$/, ''));
  writeResultFile(out, (file.data.byte_order_mark ? '\u{FEFF}' : '') + file.data.text);
  output.note(`Saved to ${out}`);
}

/** @throws {OperatorError} for a format that there is not, with the one that was probably meant */
function refuseUnknownFormat(given: string): void {
  const formats: readonly string[] = exportRoutes.exportJob.choices.format;
  if (formats.includes(given)) return;
  const meant = nearestName(given, formats);
  throw new OperatorError({
    what: `There is no format "${given}"${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    where: '--as',
    fix: `formats are: ${formats.join(', ')}`,
  });
}
