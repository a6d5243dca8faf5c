import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PortHolder {
  readonly pid: number;
  readonly command: string;
}

/** Whether something listens on the port already: the answer of the system itself, by listening for a moment. */
export function isPortTaken(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

/** Who listens on the port; undefined when the system does not tell us, as for another user's process. */
export async function findPortHolder(port: number): Promise<PortHolder | undefined> {
  try {
    if (process.platform === 'linux') return holderOnLinux(port);
    return process.platform === 'win32' ? await holderOnWindows(port) : await holderFromLsof(port);
  } catch {
    return undefined;
  }
}

/** /proc/net/tcp names the socket that listens (state 0A); a link in some /proc/PID/fd names the same socket. */
function holderOnLinux(port: number): PortHolder | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openSockets(pid).some((inode) => inodes.has(inode))) {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
      return { pid: Number(pid), command };
    }
  }
  return undefined;
}

function listeningInodes(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  try {
    return readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/))
      .filter((columns) => columns[1]?.endsWith(wanted) && columns[3] === '0A')
      .map((columns) => columns[9] ?? '');
  } catch {
    return [];
  }
}

function openSockets(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
      try {
        const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`)) ?? [];
        return inode === undefined ? [] : [inode];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** `lsof -F pc` prints one field a line: `p123`, `cnode`. */
async function holderFromLsof(port: number): Promise<PortHolder | undefined> {
  const { stdout } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-F', 'pc']);
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  if (pid === undefined) return undefined;
  const { stdout: command } = await run('ps', ['-o', 'command=', '-p', pid]);
  return { pid: Number(pid), command: command.trim() };
}

/** `netstat -ano` prints `TCP  127.0.0.1:4000  0.0.0.0:0  LISTENING  1234`. */
async function holderOnWindows(port: number): Promise<PortHolder | undefined> {
  const { stdout } = await run('netstat', ['-ano', '-p', 'TCP']);
  const row = stdout.split('\n').find((line) => new RegExp(`:${port}\\s+\\S+:0\\s`).test(line));
  const pid = row?.trim().split(/\s+/).at(-1);
  if (pid === undefined) return undefined;
  const { stdout: task } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return { pid: Number(pid), command: task.split('","')[0]?.replace(/^"/, '').trim() ?? '' };
}
