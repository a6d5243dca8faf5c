import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where models and their runtime are kept: outside every checkout, so that a second clone downloads nothing.
 * `SHOWRUNNER_CACHE_DIR` names the folder itself; else it lies in the platform's cache folder (XDG Base Directory
 * Specification 0.8, "Environment variables"; Apple's and Microsoft's own conventions).
 */
export function modelCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.SHOWRUNNER_CACHE_DIR;
  return named !== undefined && named !== '' ? named : join(platformCacheFolder(environment), 'showrunner');
}

function platformCacheFolder(environment: NodeJS.ProcessEnv): string {
  const xdg = environment.XDG_CACHE_HOME;
  if (xdg !== undefined && xdg !== '') return xdg;
  if (process.platform === 'win32') return environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}

export function modelPath(cacheFolder: string, file: string): string {
  return join(cacheFolder, 'models', file);
}
