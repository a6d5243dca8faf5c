import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** SQLite's result code for "another process holds the lock" (sqlite.org/rescode.html#busy). */
const SQLITE_BUSY = 5;

/** Its codes for a file that holds something else, as after a torn write (sqlite.org/rescode.html#notadb). */
const NOT_A_LOCK = new Set<number | undefined>([11, 26]);

/** Held by the one who may serve a data folder, or clean up in it. */
export function lockPath(dataFolder: string): string {
  return join(dataFolder, 'supervisor.lock');
}

export interface ExclusiveLock {
  release(): void;
}

/**
 * Takes a lock that the operating system gives back when its holder dies, however it dies: there is no stale lock to
 * recognise. SQLite brings such a lock to every platform; its file holds no data.
 *
 * @returns undefined when another process still holds it after `timeoutMs`.
 */
export async function takeLock(path: string, timeoutMs: number): Promise<ExclusiveLock | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const database = new DatabaseSync(path);
    try {
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return { release: () => database.close() };
    } catch (error) {
      database.close();
      const { errcode } = error as { errcode?: number };
      if (NOT_A_LOCK.has(errcode)) {
        // Emptied and not deleted: who has locked it since keeps the same file.
        truncateSync(path);
        continue;
      }
      if (errcode !== SQLITE_BUSY) throw error;
      if (Date.now() >= deadline) return undefined;
      await sleep(50);
    }
  }
}
