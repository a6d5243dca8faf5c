import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modelCacheFolder } from '@showrunner/providers/local';
import type { Removable } from '@showrunner/stack';

/** One that grew this recently is still being fetched. */
const UNDER_WAY_MS = 60_000;

/** Model downloads that were given up. Whole models are no leftovers, whether used today or not, and stay. */
export function findUnfinishedDownloads(environment: Readonly<Record<string, string | undefined>>): Removable[] {
  const folder = join(modelCacheFolder(environment), 'models');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.partial'))
    .flatMap((name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = statSync(path);
      if (Date.now() - mtimeMs < UNDER_WAY_MS) return [];
      return [{ kind: 'unfinished download', id: path, name: path, bytes: size }];
    });
}

export function removeDownloads(downloads: readonly Removable[]): void {
  for (const { id } of downloads) rmSync(id, { force: true });
}
