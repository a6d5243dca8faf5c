import { watch, type FSWatcher } from 'node:fs';
import { dirname, join } from 'node:path';

/** Editors write in several steps; the file counts as changed when it has been quiet this long. */
const QUIET_MS = 150;

/** A configuration that serves: the files that it was read from, and how they are read again. */
export interface WatchedConfig {
  files(): readonly string[];
  /** Never rejects: what is wrong with a file is told elsewhere. */
  reload(): Promise<void>;
}

/**
 * Reloads the configuration when one of its files changes, and on SIGHUP. Folders are watched, not files, because
 * many editors write a new file and rename it over the old one, and Kubernetes swaps a link.
 */
export function watchConfig(config: WatchedConfig): { reload(): void; stop(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  const scheduleReload = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), QUIET_MS);
  };
  const reload = async (): Promise<void> => {
    await config.reload();
    watchFolders();
  };
  const isOurs = (folder: string, name: string | null): boolean =>
    // `..data` is the link that Kubernetes swaps under mounted configuration.
    name === null || name === '..data' || config.files().includes(join(folder, name));
  /** A folder that is watched already stays so: a watch that is set anew misses what changes meanwhile. */
  const watchFolders = (): void => {
    const folders = new Set(config.files().map((file) => dirname(file)));
    for (const folder of folders) {
      if (!watchers.has(folder))
        watchers.set(
          folder,
          watchFolder(folder, (name) => isOurs(folder, name) && scheduleReload()),
        );
    }
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };

  watchFolders();
  process.on('SIGHUP', scheduleReload);
  return {
    reload: scheduleReload,
    stop() {
      clearTimeout(timer);
      process.off('SIGHUP', scheduleReload);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function watchFolder(folder: string, onChange: (name: string | null) => void): FSWatcher {
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    onChange(name);
  });
  // A folder that goes away takes the watch with it; SIGHUP still works.
  watcher.on('error', () => {});
  return watcher;
}
