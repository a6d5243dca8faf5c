import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A service and the processes it started form a group: POSIX process group on Unix, process tree on Windows. These are
 * the only ways in which one is ended.
 */

/** Asks the leader to end. It tells its own children, in its own order. */
export function askToEnd(pid: number): void {
  sendSignal(pid, 'SIGTERM');
}

/** Ends what is left of the group, at once. */
export async function killGroup(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await new Promise<void>((resolve) => {
      execFile('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => resolve());
    });
    return;
  }
  sendSignal(-pid, 'SIGKILL');
}

function groupExists(pid: number): boolean {
  return sendSignal(process.platform === 'win32' ? pid : -pid, 0);
}

/** Waits for the group to end by itself; false when it still runs after `timeoutMs`. */
export async function groupEnds(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (groupExists(pid)) {
    if (Date.now() >= deadline) return false;
    await sleep(25);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    // EPERM: somebody is there, who is not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
