import type { Answer, Job, JobFilter, JobSummary } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { renderAnswer } from '../../generation/render-answer.ts';
import { saveAnswers } from '../../generation/save-answers.ts';
import { tellScene } from '../../generation/follow-generation.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { eventLine } from './event-line.ts';

interface Options {
  readonly state?: string;
  readonly recipe?: string;
  readonly search?: string;
  readonly limit?: number;
  readonly workspace?: string;
  readonly out?: string;
  readonly after?: string;
  readonly yes?: boolean;
}

/** The most that one page of the API holds. */
const PAGE = 200;

export async function list(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { workspace, limit = 20, ...wanted } = command.opts<Options>();
  const client = connect(loadStack(context));
  const options = { signal, ...(workspace === undefined ? {} : { workspace }) };
  const jobs: JobSummary[] = [];
  for (let cursor: string | null | undefined; cursor !== null && jobs.length < limit;) {
    const page = await client.jobs.list(
      { ...filterOf(wanted), limit: Math.min(PAGE, limit - jobs.length), ...(cursor === undefined ? {} : { cursor }) },
      options,
    );
    jobs.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  output.result(jobs);
  if (jobs.length === 0) output.line('There is none.');
  else output.table(['id', 'recipe', 'state', 'how far', 'since', 'label'], jobs.map(rowOf));
}

/** A job that has no result is shown by how far it is, and one that failed ends with an error status. */
export async function show(context: CommandContext, command: Command): Promise<boolean> {
  const { output, signal } = context;
  const { out } = command.opts<Options>();
  const job = await connect(loadStack(context)).jobs.get(idOf(command), { signal });
  output.result(job);
  const answer = answerOf(job);
  if (answer === undefined) tellState(job, context);
  else for (const line of renderAnswer(job.recipe, answer, output)) output.line(line);
  if (out !== undefined && answer !== undefined) {
    saveAnswers(out, { [job.recipe]: answer });
    output.note(`Saved to ${out}`);
  }
  return job.state !== 'failed';
}

/** As it is told: the last event of a job that did not succeed ends with an error status. */
export async function watch(context: CommandContext, command: Command): Promise<boolean> {
  const { output, signal } = context;
  const { after } = command.opts<Options>();
  const id = idOf(command);
  const { jobs } = connect(loadStack(context));
  const task = output.task(id);
  const told = new Set<string>();
  for await (const event of jobs.events(id, { signal, ...(after === undefined ? {} : { after }) })) {
    output.item(event);
    if (event.event === 'scene') tellScene(event.data, told, output);
    if (event.event === 'progress')
      task.update(`${String(event.data.label)} (${String(event.data.done)} of ${String(event.data.total)})`);
  }
  const { state } = await jobs.get(id, { signal });
  if (state === 'succeeded') task.succeed(`showrunner jobs show ${id} shows it`);
  else task.fail(state);
  return state === 'succeeded';
}

/** A line for each event, with its id, by which `--after` goes on. */
export async function events(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { after, workspace } = command.opts<Options>();
  const options = {
    signal,
    ...(after === undefined ? {} : { after }),
    ...(workspace === undefined ? {} : { workspace }),
  };
  for await (const event of connect(loadStack(context)).jobs.allEvents(options)) {
    output.item(event);
    output.line(eventLine(event));
  }
}

export async function cancel(context: CommandContext, command: Command): Promise<void> {
  const job = await connect(loadStack(context)).jobs.cancel(idOf(command), { signal: context.signal });
  context.output.result(job);
  tellState(job, context);
}

export async function retry(context: CommandContext, command: Command): Promise<void> {
  const job = await connect(loadStack(context)).jobs.retry(idOf(command), { signal: context.signal });
  context.output.result(job);
  tellState(job, context);
  context.output.note(`showrunner jobs watch ${job.id} follows it`);
}

export async function remove(context: CommandContext, command: Command): Promise<boolean> {
  const { output, signal } = context;
  const id = idOf(command);
  const isMeant = command.opts<Options>().yes ?? (await output.confirm(`Remove ${id} and its result?`)) ?? true;
  if (!isMeant) return false;
  await connect(loadStack(context)).jobs.delete(id, { signal });
  output.result({ id, deleted: true });
  output.line(`${id} is removed.`);
  return true;
}

function idOf({ args: [id = ''] }: Command): string {
  return id;
}

/** The server says which states and recipes there are. */
function filterOf({ state, recipe, search }: Options): JobFilter {
  return {
    ...(state === undefined ? {} : { state: state as NonNullable<JobFilter['state']> }),
    ...(recipe === undefined ? {} : { recipe }),
    ...(search === undefined ? {} : { q: search }),
  };
}

/** What the plain request was answered with, or would have been. */
function answerOf({ result, meta }: Job): Answer<unknown> | undefined {
  return result === null ? undefined : ({ data: result, meta } as Answer<unknown>);
}

function tellState({ id, state, progress, error }: Job, { output }: CommandContext): void {
  output.line(`${id} ${state}${progress.total > 0 ? `, ${farOf(progress)}` : ''}`);
  if (error !== null) output.note(output.noteStyle.bad(`${error.code}: ${error.message}`));
}

function rowOf({ id, recipe, state, progress, created_at: since, label }: JobSummary): string[] {
  return [id, recipe, state, progress.total > 0 ? farOf(progress) : '', since.slice(0, 16), label ?? ''];
}

function farOf({ done, total }: JobSummary['progress']): string {
  return `${done} of ${total}`;
}
