import type { Usage } from '@showrunner/client';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { loadStack } from '../../stack/load-stack.ts';

interface Options {
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
  readonly workspace?: string;
}

export async function usage(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const { workspace, ...filter } = command.opts<Options>();
  const { by, from, to } = filter;
  const used = await connect(loadStack(context)).usage(
    { by, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    { signal, ...(workspace === undefined ? {} : { workspace }) },
  );
  output.result(used);
  const groups = by.split(',').map((name) => name.trim());
  const rows = used.rows.map((row) => [...groups.map((name) => nameIn(row, name)), ...figures(row)]);
  const total = [...groups.map((_, index) => (index === 0 ? 'total' : '')), ...figures(used.total)];
  output.table([...groups, 'generations', 'tokens in', 'out', 'cost'], [...rows, total]);
}

function nameIn(row: Usage['rows'][number], group: string): string {
  switch (group) {
    case 'day':
      return row.day ?? '';
    case 'key':
      return row.key ?? '';
    case 'recipe':
      return row.recipe ?? '';
    default:
      return row.model ?? '';
  }
}

/** A cost that is not known is not taken for none. */
function figures({ count, tokens, cost_usd: cost, unpriced }: Usage['total']): string[] {
  const known = `$${cost.toFixed(4)}`;
  return [String(count), String(tokens.input), String(tokens.output), unpriced > 0 ? `${known} and more` : known];
}
