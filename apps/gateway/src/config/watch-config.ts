import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Gateway } from '../gateway.ts';

/** Editors write in several steps; the file counts as changed when it has been quiet this long. */
const QUIET_MS = 150;

/**
 * Reloads the configuration when one of its files changes, and on SIGHUP. Folders are watched, not files, because
 * many editors write a new file and rename it over the old one, and Kubernetes swaps a link.
 */
export function watchConfig(gateway: Gateway): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];

  const reload = async (): Promise<void> => {
    await gateway.reload();
    watchFiles();
  };
  const scheduleReload = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), QUIET_MS);
  };
  const watchFiles = (): void => {
    for (const watcher of watchers) watcher.close();
    const { files } = gateway.current.config;
    watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
      watchFolder(folder, files, scheduleReload),
    );
  };

  watchFiles();
  process.on('SIGHUP', scheduleReload);
  return {
    stop() {
      clearTimeout(timer);
      process.off('SIGHUP', scheduleReload);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(folder: string, files: readonly string[], onChange: () => void): FSWatcher {
  const names = new Set(files.filter((file) => dirname(file) === folder).map((file) => basename(file)));
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    // `..data` is the link that Kubernetes swaps under mounted configuration.
    if (name === null || names.has(name) || name === '..data') onChange();
  });
  // A folder that goes away takes the watch with it; SIGHUP still works.
  watcher.on('error', () => {});
  return watcher;
}
