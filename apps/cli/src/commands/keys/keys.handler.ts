import type { ApiKey, KeyInput, NewKey } from '@showrunner/client';
import { OperatorError } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { loadStack } from '../../stack/load-stack.ts';

interface Options {
  readonly workspace?: string;
  readonly name?: string;
  /** As they were typed; the server says which there are. */
  readonly scope?: KeyInput['scopes'];
  readonly priority?: number;
  readonly requestsPerMinute?: number;
  readonly maxParallel?: number;
  readonly dailyCost?: number;
  readonly expires?: string;
  readonly cancelJobs?: boolean;
}

export async function list(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { workspace } = command.opts<Options>();
  const client = connect(loadStack(context));
  const keys: ApiKey[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const options = { signal, ...(workspace === undefined ? {} : { workspace }) };
    const page = await client.keys.list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) }, options);
    keys.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  output.result(keys);
  if (keys.length === 0) output.line('There are no named keys; "showrunner keys create" makes one.');
  else output.table(['id', 'name', 'key', 'workspace', 'may', 'limits', 'until'], keys.map(rowOf));
}

export async function create(context: CommandContext, command: Command): Promise<void> {
  const { workspace, scope, ...options } = command.opts<Options>();
  if (scope === undefined) {
    throw new OperatorError({
      what: 'A key has to be allowed something',
      where: '--scope',
      fix: 'say what it may do: --scope "generate:*" jobs:read',
    });
  }
  const input = { ...membersOf(options), name: command.args[0] ?? '', scopes: scope };
  const client = connect(loadStack(context));
  const made = await client.keys.create(
    { ...input, ...(workspace === undefined ? {} : { workspace }) },
    { signal: context.signal },
  );
  show(context, made.data);
}

export async function change(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const options = command.opts<Options>();
  const client = connect(loadStack(context));
  const { data } = await client.keys.change(command.args[0] ?? '', membersOf(options), { signal });
  output.result(data);
  output.table(['id', 'name', 'key', 'workspace', 'may', 'limits', 'until'], [rowOf(data)]);
}

export async function rotate(context: CommandContext, command: Command): Promise<void> {
  const client = connect(loadStack(context));
  show(context, await client.keys.rotate(command.args[0] ?? '', { signal: context.signal }));
}

export async function remove(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const [id = ''] = command.args;
  const { cancelJobs } = command.opts<Options>();
  await connect(loadStack(context)).keys.delete(id, cancelJobs ? { cancel_jobs: 'true' } : {}, { signal });
  output.result({ id, deleted: true });
  output.line(`${id} is removed.`);
}

/** The key alone is the result, so that it can be piped to where it belongs. */
function show({ output }: CommandContext, made: NewKey): void {
  output.result(made);
  output.line(made.key);
  output.note(`${made.name} (${made.id}) in the workspace ${made.workspace}. It is shown this once.`);
}

/** The server says what is wrong with them. */
function membersOf({ name, scope, priority, expires, ...limited }: Options) {
  const { requestsPerMinute, maxParallel, dailyCost } = limited;
  const limits = {
    ...(requestsPerMinute === undefined ? {} : { requests_per_minute: requestsPerMinute }),
    ...(maxParallel === undefined ? {} : { max_parallel: maxParallel }),
    ...(dailyCost === undefined ? {} : { daily_cost_usd: dailyCost }),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(scope === undefined ? {} : { scopes: scope }),
    ...(priority === undefined ? {} : { priority }),
    ...(expires === undefined ? {} : { expires_at: expires }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
}

function rowOf({ id, name, hint, workspace, scopes, limits, expires_at: until }: ApiKey): string[] {
  return [id, name, `…${hint}`, workspace, scopes.join(' '), limitsOf(limits), until?.slice(0, 16) ?? ''];
}

function limitsOf({ requests_per_minute, max_parallel, daily_cost_usd }: ApiKey['limits']): string {
  return [
    ...(requests_per_minute === null ? [] : [`${requests_per_minute}/min`]),
    ...(max_parallel === null ? [] : [`${max_parallel} at once`]),
    ...(daily_cost_usd === null ? [] : [`$${daily_cost_usd}/day`]),
  ].join(', ');
}
