import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** A file system in memory, whose room is taken and given back. */
export interface SmallDisk {
  readonly path: string;
  /** Takes all room that is left. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Mounts one of so many megabytes; wants the tool `tmpfs`. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await temporaryFolder();
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder.path]);
  const ballast = join(folder.path, 'ballast');
  return {
    path: folder.path,
    async fill() {
      // Down to the last page: a large write is refused whole, a small one may still fit.
      for (const bytes of [2 ** 20, 2 ** 12]) await appendUntilFull(ballast, Buffer.alloc(bytes));
    },
    free: () => rm(ballast, { force: true }),
    async [Symbol.asyncDispose]() {
      await run('umount', ['--lazy', folder.path]);
      await folder.remove();
    },
  };
}

async function appendUntilFull(file: string, piece: Buffer): Promise<void> {
  for (;;) {
    try {
      await writeFile(file, piece, { flag: 'a' });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}
