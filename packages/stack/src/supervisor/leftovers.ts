import { existsSync, rmSync } from 'node:fs';
import { controlAddress, isOurs } from '../control/address.ts';
import { askToEnd, groupEnds, killGroup } from '../process/process-group.ts';
import { isAlive } from '../process/process-identity.ts';
import { lockPath, takeLock } from './exclusive-lock.ts';
import { readState, stateFilePath } from './state-file.ts';

/** How long a service whose supervisor died may take to end by itself, and again after it was asked. */
const PATIENCE_MS = 5_000;

/** A supervisor that has closed its record holds its lock a moment longer. */
const ENDING_MS = 1_000;

/**
 * Ends what a supervisor that died left running, and nothing else: a process is recognised by its start time, so
 * that another program which was given the number since is left alone.
 *
 * @returns the names of the services that were ended.
 */
export async function endLeftovers(dataFolder: string): Promise<string[]> {
  const recorded = readState(dataFolder)?.services ?? [];
  const ended = await Promise.all(
    recorded.map(async ({ name, identity }) => {
      if (!identity || !(await isAlive(identity))) return undefined;
      if (!(await groupEnds(identity.pid, PATIENCE_MS))) askToEnd(identity.pid);
      if (!(await groupEnds(identity.pid, PATIENCE_MS))) await killGroup(identity.pid);
      return name;
    }),
  );
  return ended.filter((name) => name !== undefined);
}

/** Ends what a supervisor that is gone left running, then forgets it: its record and its socket. */
export async function cleanUp(dataFolder: string): Promise<void> {
  const socket = controlAddress(dataFolder);
  const left = [stateFilePath(dataFolder), ...(process.platform !== 'win32' && isOurs(socket) ? [socket] : [])];
  if (!left.some((path) => existsSync(path))) return;
  // Whoever holds it is a successor, which has cleaned up or is about to.
  const lock = await takeLock(lockPath(dataFolder), ENDING_MS);
  if (!lock) return;
  try {
    await endLeftovers(dataFolder);
    for (const path of left) rmSync(path, { force: true });
  } finally {
    lock.release();
  }
}
