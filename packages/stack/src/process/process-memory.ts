import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident bytes of each of these groups with all their processes; a group that cannot be measured is absent. */
export async function residentBytes(leaders: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (leaders.length === 0) return new Map();
  const processes = process.platform === 'linux' ? processesOnLinux(leaders) : await processesElsewhere(leaders);
  const total = new Map<number, number>();
  for (const { group, bytes } of processes) {
    if (leaders.includes(group)) total.set(group, (total.get(group) ?? 0) + bytes);
  }
  return total;
}

interface ProcessMemory {
  readonly group: number;
  readonly bytes: number;
}

/** Field 5 of /proc/PID/stat is the process group (proc_pid_stat(5)); /proc/PID/status has the memory in KiB. */
function processesOnLinux(leaders: readonly number[]): ProcessMemory[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
        if (!leaders.includes(group)) return [];
        const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return [{ group, bytes: Number(kibibytes ?? 0) * 1024 }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

async function processesElsewhere(leaders: readonly number[]): Promise<ProcessMemory[]> {
  try {
    return process.platform === 'win32' ? await processesOnWindows(leaders) : await processesFromPs();
  } catch {
    // A figure for people: without `ps` or `tasklist` there is none.
    return [];
  }
}

async function processesFromPs(): Promise<ProcessMemory[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pgid=,rss=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [group, kibibytes] = line.trim().split(/\s+/).map(Number);
      return { group: group ?? 0, bytes: (kibibytes ?? 0) * 1024 };
    });
}

/** `tasklist` knows no groups: the leaders alone. Its memory column reads `"12,345 K"`, grouped as the locale likes. */
async function processesOnWindows(leaders: readonly number[]): Promise<ProcessMemory[]> {
  return Promise.all(
    leaders.map(async (pid) => {
      const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
      const column = stdout.trim().split('","').at(-1) ?? '';
      return { group: pid, bytes: Number(column.replace(/\D/g, '')) * 1024 };
    }),
  );
}
