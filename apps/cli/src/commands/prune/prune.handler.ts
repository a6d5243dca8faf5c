import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { findUnfinishedDownloads, removeDownloads } from '../../models/unfinished-downloads.ts';
import { mayRemove, showRemovables, sumUp } from '../../stack/confirm-removal.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function prune(context: CommandContext, command: Command): Promise<boolean> {
  const { yes = false } = command.opts<{ yes?: boolean }>();
  const { output, signal } = context;
  const stack = loadStack(context);
  const runtime = await stack.openRuntime();
  const unused = await runtime.findUnused(signal);
  const downloads = findUnfinishedDownloads(stack.environment);
  const all = [...unused, ...downloads];

  if (all.length === 0) {
    output.result({ removed: [] });
    output.line('Nothing is unused.');
    return true;
  }
  showRemovables(output, all);
  if (!yes && !mayRemove('prune', await output.confirm(`Remove ${sumUp(all)}?`), all)) {
    output.line('Nothing was removed.');
    return false;
  }
  await runtime.remove(unused, signal);
  removeDownloads(downloads);
  output.result({ removed: all });
  output.line(`Removed ${sumUp(all)}.`);
  return true;
}
