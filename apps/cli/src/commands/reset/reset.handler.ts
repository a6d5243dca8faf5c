import { existsSync, rmSync, statSync } from 'node:fs';
import type { Removable } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { envFilePath } from '../../environment/initialize.ts';
import { mayRemove, showRemovables, sumUp } from '../../stack/confirm-removal.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { stopServices } from '../../stack/watch-services.ts';

interface ResetOptions {
  readonly env?: boolean;
  readonly yes?: boolean;
}

export async function reset(context: CommandContext, command: Command): Promise<boolean> {
  const { env = false, yes = false } = command.opts<ResetOptions>();
  const { output, signal, root } = context;
  const runtime = await loadStack(context).openRuntime();
  const { supervisor } = await runtime.ps();
  const settings = env ? settingsFile(root) : [];
  const all = [...(await runtime.findData(signal)), ...settings];

  if (all.length === 0 && supervisor.status === 'stopped') {
    output.result({ removed: [] });
    output.line('There is no data.');
    return true;
  }
  showRemovables(output, all);
  const question = `Stop the stack and remove ${sumUp(all)}? This cannot be undone.`;
  if (!yes && !mayRemove('reset', await output.confirmTyping(question, 'reset'), all)) {
    output.line('Nothing was removed.');
    return false;
  }
  await stopServices(runtime, context);
  // Looked for again: what ran has written more before it ended.
  const data = await runtime.findData(signal);
  await runtime.remove(data, signal);
  for (const { id } of settings) rmSync(id, { force: true });
  const removed = [...data, ...settings];
  output.result({ removed });
  output.line(
    `Removed ${sumUp(removed)}. ${env ? 'The next start makes new keys.' : 'Settings and keys in .env stay.'}`,
  );
  return true;
}

/** Keys that clients use and that a provider was paid for: only with `--env`. */
function settingsFile(root: string): Removable[] {
  const path = envFilePath(root);
  return existsSync(path) ? [{ kind: 'settings and keys', id: path, name: path, bytes: statSync(path).size }] : [];
}
