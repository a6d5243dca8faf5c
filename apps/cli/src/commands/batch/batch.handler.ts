import { setTimeout as pause } from 'node:timers/promises';
import type { Batch, BatchInput, BatchSummary } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { readInputFile } from '../../generation/recipe-command.ts';
import { loadStack } from '../../stack/load-stack.ts';

const LOOK_EVERY_MS = 1_000;

export async function create(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { key } = command.opts<{ key?: string }>();
  // The API says what is wrong with it, item by item.
  const input = readInputFile(command) as unknown as BatchInput;
  const options = { signal, ...(key === undefined ? {} : { idempotencyKey: key }) };
  const { data } = await connect(loadStack(context)).batches.create(input, options);
  output.result(data);
  output.line(`${data.id} ${farOf(data)}`);
  output.note(`showrunner batch watch ${data.id} follows it`);
}

export async function list(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { limit = 20 } = command.opts<{ limit?: number }>();
  const { data } = await connect(loadStack(context)).batches.list({ limit }, { signal });
  output.result(data);
  if (data.length === 0) output.line('There is none.');
  else output.table(['id', 'state', 'how far', 'since'], data.map(rowOf));
}

export async function show(context: CommandContext, command: Command): Promise<void> {
  tell(await connect(loadStack(context)).batches.get(idOf(command), { signal: context.signal }), context);
}

/** Ends with an error status where an item has not succeeded. */
export async function watch(context: CommandContext, command: Command): Promise<boolean> {
  const { output, signal } = context;
  const id = idOf(command);
  const { batches } = connect(loadStack(context));
  const task = output.task(id);
  for (let before = ''; ;) {
    const batch = await batches.get(id, { signal });
    const now = farOf(batch);
    if (now !== before) output.item({ id, state: batch.state, counts: batch.counts });
    before = now;
    task.update(now);
    if (batch.state === 'completed') {
      const isWell = batch.counts.succeeded === batch.items.length;
      if (isWell) task.succeed(now);
      else task.fail(now);
      return isWell;
    }
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

export async function cancel(context: CommandContext, command: Command): Promise<void> {
  tell(await connect(loadStack(context)).batches.cancel(idOf(command), { signal: context.signal }), context);
}

function tell(batch: Batch, { output }: CommandContext): void {
  output.result(batch);
  output.line(`${batch.id} ${farOf(batch)}`);
  output.table(
    ['item', 'job', 'recipe', 'state', 'reference'],
    batch.items.map(({ index, job_id, recipe, state, client_ref }) => [
      String(index),
      job_id,
      recipe,
      state,
      client_ref ?? '',
    ]),
  );
}

function idOf({ args: [id = ''] }: Command): string {
  return id;
}

/** `3 succeeded, 1 failed, 6 queued`: the states that there are. */
function farOf({ counts }: Pick<Batch, 'counts'>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}

function rowOf(batch: BatchSummary): string[] {
  return [batch.id, batch.state, farOf(batch), batch.created_at.slice(0, 16)];
}
