import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What no server runs. */
const NOT_SERVED = new Set(['stack', 'testkit']);

/**
 * Tells one state of a server's program files from another: their names, sizes and times. What runs on older ones is
 * started again by `up`.
 */
export function codeRevision(root: string, app: string): string {
  const packages = foldersIn(join(root, 'packages')).filter((name) => !NOT_SERVED.has(name));
  const sources = [join(root, 'apps', app, 'src'), ...packages.map((name) => join(root, 'packages', name, 'src'))];
  const hash = createHash('sha256');
  for (const path of [join(root, 'package-lock.json'), ...sources.flatMap(programFiles)]) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function programFiles(folder: string): string[] {
  return listing(folder)
    .filter(({ name, isFile }) => isFile && name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(({ path }) => path)
    .toSorted();
}

function foldersIn(folder: string): string[] {
  return listing(folder, false)
    .filter(({ isFile }) => !isFile)
    .map(({ name }) => name);
}

function listing(folder: string, recursive = true): { name: string; path: string; isFile: boolean }[] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true }).map((entry) => ({
      name: entry.name,
      path: join(entry.parentPath, entry.name),
      isFile: entry.isFile(),
    }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
