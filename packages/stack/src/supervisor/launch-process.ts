import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { askToEnd, killGroup } from '../process/process-group.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import type { ServiceOutput } from './service-output.ts';

/** How long its output is read on after its end, should somebody outside its group hold the pipe. */
const LAST_WORDS_MS = 1_000;

export interface LaunchedProcess {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Resolves when nothing of its group is left and all that it wrote was read. */
  readonly ended: Promise<ProcessEnd>;
  /** Asks it to end, in the way of the platform. */
  readonly askToEnd: () => void;
}

/** sysexits.h, EX_CONFIG: with these settings it would end in the same way however often it is started. */
const SETTINGS_REFUSED = 78;

export interface ProcessEnd {
  /** `exit code 1`, `killed by SIGKILL`. */
  readonly how: string;
  /** It cannot run with its settings. */
  readonly refusesSettings: boolean;
  readonly ranMs: number;
}

/** Starts a service's program as the leader of a group. `undefined`: it could not, and `onFailure` is told why. */
export function launchProcess(
  { local, environment }: ServiceDefinition,
  output: ServiceOutput,
  onFailure: (reason: string) => void,
): LaunchedProcess | undefined {
  const { command, args, cwd, stdin } = local;
  try {
    mkdirSync(cwd, { recursive: true, mode: 0o700 });
  } catch (error) {
    onFailure((error as Error).message);
    return undefined;
  }
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  child.once('error', (error) => onFailure(error.message));
  const { pid } = child;
  if (pid === undefined) return undefined;

  // A service that does not read its stdin may close it.
  child.stdin.on('error', () => {});
  if (stdin !== undefined) child.stdin.end(stdin);
  return {
    pid,
    startedAt: Date.now(),
    ended: follow(child, pid, output),
    // Windows has no SIGTERM: there, closing stdin is how our servers are asked.
    askToEnd: () => (process.platform === 'win32' ? void child.stdin.end() : askToEnd(pid)),
  };
}

async function follow(child: ChildProcessWithoutNullStreams, pid: number, output: ServiceOutput): Promise<ProcessEnd> {
  const startedAt = Date.now();
  const read = Promise.all([output.record(child.stdout, 'stdout'), output.record(child.stderr, 'stderr')]);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  // Whatever it started must not outlive it: it would hold its port, its memory and its pipes.
  await killGroup(pid);
  await Promise.race([read, sleep(LAST_WORDS_MS)]);
  child.stdout.destroy();
  child.stderr.destroy();
  return {
    how: signal === null ? `exit code ${code}` : `killed by ${signal}`,
    refusesSettings: code === SETTINGS_REFUSED,
    ranMs: Date.now() - startedAt,
  };
}
