import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that is told apart from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the words of its system; only good for comparing. */
  readonly born: string;
}

/** Who has this process id now; undefined when nobody has. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const born = await birthOf(pid);
  return born === undefined ? undefined : { pid, born };
}

/** Whether this very process still runs: not another one that was given its number. */
export async function isAlive({ pid, born }: ProcessIdentity): Promise<boolean> {
  return (await birthOf(pid)) === born;
}

async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return birthOnLinux(pid);
  try {
    const { stdout } =
      process.platform === 'win32'
        ? await run('powershell.exe', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
        : await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** proc_pid_stat(5): field 22 is the start time in ticks since boot; field 3 is Z for one that is dead but unread. */
function birthOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
