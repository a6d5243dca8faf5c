import { createInterface } from 'node:readline';
import { askToEnd, groupEnds, killGroup } from '../process/process-group.ts';
import { isAlive, type ProcessIdentity } from '../process/process-identity.ts';

/** A group that must not outlive the supervisor. */
export interface WatchedGroup extends ProcessIdentity {
  /** It has seen the supervisor's end by itself; others are asked to end. */
  readonly endsWithStdin: boolean;
  readonly stopTimeoutMs: number;
}

export type GuardOrder = { readonly watch: WatchedGroup } | { readonly forget: number };

if (import.meta.main) await guard();

/** Reads orders until the supervisor's end of the pipe closes; then nothing that it ran may stay. */
async function guard(): Promise<void> {
  process.title = 'showrunner-guard';
  // The supervisor decides when this ends, not a signal that was meant for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  const watched = new Map<number, WatchedGroup>();
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as GuardOrder;
    if ('watch' in order) watched.set(order.watch.pid, order.watch);
    else watched.delete(order.forget);
  }
  await Promise.all([...watched.values()].map(endGroup));
}

async function endGroup(group: WatchedGroup): Promise<void> {
  if (!(await isAlive(group))) return;
  if (!group.endsWithStdin) askToEnd(group.pid);
  if (!(await groupEnds(group.pid, group.stopTimeoutMs))) await killGroup(group.pid);
}
