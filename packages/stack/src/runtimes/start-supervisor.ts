import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { supervisorStatus } from '../control/client.ts';
import { OperatorError } from '../operator-error.ts';
import { EXIT_ALREADY_SERVED } from '../supervisor/supervisor-main.ts';

const SUPERVISOR_PROGRAM = fileURLToPath(new URL('../supervisor/supervisor-main.ts', import.meta.url));
const START_DEADLINE_MS = 30_000;
const LAST_LINES = 10;
/** Less leaves no room for the state and the first log lines. */
const LEAST_FREE_BYTES = 1_000_000;

export interface SupervisorPlace {
  readonly dataFolder: string;
  readonly address: string;
  /** What it and everything that it starts runs in. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Makes sure that a supervisor answers at `address`. Of several that start at once, one takes the lock and serves all.
 *
 * @throws {OperatorError} with what it wrote last, when it cannot start.
 */
export async function startSupervisor(place: SupervisorPlace, signal?: AbortSignal): Promise<void> {
  const { dataFolder, address } = place;
  const deadline = Date.now() + START_DEADLINE_MS;
  const logFile = join(dataFolder, 'logs', 'supervisor.log');
  let candidate: Candidate | undefined;
  while (!(await supervisorStatus(address))) {
    if (candidate === undefined || candidate.exitCode() === EXIT_ALREADY_SERVED) {
      candidate = launch(place, logFile);
    } else if (candidate.exitCode() !== undefined || Date.now() > deadline) {
      throw new OperatorError({
        what: 'The supervisor could not start',
        where: logFile,
        fix: 'its last lines say why',
        lines: readFileSync(logFile, 'utf8').trim().split('\n').slice(-LAST_LINES),
      });
    }
    await sleep(20, undefined, signal ? { signal } : {});
  }
}

/** @throws {OperatorError} when the data folder cannot be written. */
function openLog(dataFolder: string, logFile: string): number {
  try {
    mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
    const log = openSync(logFile, 'a', 0o600);
    const { bavail, bsize } = statfsSync(dataFolder);
    if (bavail * bsize >= LEAST_FREE_BYTES) return log;
    closeSync(log);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw unwritable(dataFolder, REASONS[code ?? ''] ?? { what: message, fix: OTHER_FOLDER });
  }
  throw unwritable(dataFolder, FULL);
}

const OTHER_FOLDER = 'set DATA_DIR to another folder';
const FULL = { what: 'the disk is full', fix: `free some space (showrunner prune), or ${OTHER_FOLDER}` };
const DENIED = { what: 'permission denied', fix: `give this user the right to write there, or ${OTHER_FOLDER}` };
const REASONS: Readonly<Partial<Record<string, { readonly what: string; readonly fix: string }>>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  ENOSPC: FULL,
  EROFS: { what: 'it lies on a read-only file system', fix: OTHER_FOLDER },
  ENOTDIR: { what: 'a part of its path is a file', fix: OTHER_FOLDER },
  EEXIST: { what: 'a file of that name is there', fix: OTHER_FOLDER },
};

function unwritable(dataFolder: string, { what, fix }: { what: string; fix: string }): OperatorError {
  return new OperatorError({ what: `The data folder cannot be written: ${what}`, where: dataFolder, fix });
}

interface Candidate {
  exitCode(): number | undefined;
}

/** Starts it apart from us: its own session, its own output, so that it outlives the terminal. */
function launch({ dataFolder, address, environment }: SupervisorPlace, logFile: string): Candidate {
  const log = openLog(dataFolder, logFile);
  const child = spawn(process.execPath, [SUPERVISOR_PROGRAM, dataFolder, address], {
    env: { ...environment },
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  let exitCode: number | undefined;
  child.once('error', () => (exitCode = 1));
  child.once('exit', (code) => (exitCode = code ?? 1));
  return { exitCode: () => exitCode };
}
