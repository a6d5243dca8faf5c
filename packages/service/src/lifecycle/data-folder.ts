import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStartError } from './cannot-start-error.ts';

/** Makes the folder for databases, logs and caches where there is none, for this user alone, and returns its full path. */
export function prepareDataFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw new CannotStartError(
      `The data folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code ?? String(error)}). Let this user write there, or name another with DATA_DIR.`,
      { cause: error },
    );
  }
}
