import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const PREFIX = 'showrunner-tests-';

export interface RunFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * One temporary folder for all that the tests of a run and their child processes leave, named for the process of the run.
 * A run that is killed cannot remove its own; the next run removes the folders whose process is gone.
 */
export async function createRunFolder(): Promise<RunFolder> {
  const parent = await realpath(tmpdir());
  await removeAbandoned(parent);
  const path = join(parent, `${PREFIX}${process.pid}`);
  // Others may pass through it: Postgres runs as a user of its own where the tests run as root.
  await mkdir(path, { mode: 0o755, recursive: true });
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

async function removeAbandoned(parent: string): Promise<void> {
  const abandoned = (await readdir(parent))
    .filter((name) => name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length))))
    .map((name) => rm(join(parent, name), { recursive: true, force: true }));
  // Another user's folders are theirs to remove.
  await Promise.allSettled(abandoned);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
