import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** Linux counts CPU time in hundredths of a second (`getconf CLK_TCK`). */
const TICK_MICROSECONDS = 10_000;

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its `listening` line. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts a server on a core, or on several (`0,1`), and waits for its `listening` line. */
export async function startOnCore(
  core: number | string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn('taskset', ['-c', String(core), process.execPath, ...args], {
    env: { ...process.env, ...env, SHOWRUNNER_SUPERVISED: '1' },
    // Standard input tells the servers when the bench is gone.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await listeningUrl(child);
  const startMs = performance.now() - startedAt;
  return {
    url,
    pid: child.pid ?? 0,
    startMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Keeps a process that runs already, with all its threads, on one core. */
export async function pinToCore(pid: number, core: number): Promise<void> {
  await promisify(execFile)('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
}

function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`)));
    if (!child.stdout) return;
    const { stdout } = child;
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const url = /"url":"(?<url>[^"]+)"/.exec(line)?.groups?.url;
      if (url === undefined || !line.includes('"listening"')) return;
      // From here lines are taken and not looked at: reading each would load the cores that are measured.
      lines.close();
      stdout.resume();
      resolve(url);
    });
  });
}

/** CPU time of a process so far, user and system, in microseconds. */
export async function cpuMicroseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // Fields 14 and 15; the second field, the name in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROSECONDS;
}

/** Resident memory in MB. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
}

/** Puts load on a URL with wrk, from one core. Throws when an answer was no 2xx. */
export async function load(core: number, url: string, script: string, seconds: number): Promise<LoadResult> {
  const args = ['-c', String(core), 'wrk', '-t1', '-c16', `-d${seconds}s`, '--timeout', '30s', '-s', script, url];
  const { stdout } = await promisify(execFile)('taskset', args);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  return {
    requests: Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0),
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0),
  };
}
