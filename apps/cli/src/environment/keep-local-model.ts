import { readEnvFile } from './env-file-state.ts';
import { setInEnvText } from './env-file.ts';
import { envFilePath } from './initialize.ts';
import { writeEnvFile } from './write-env-file.ts';

/** Writes the one line of `.env` that says which local model writes; an empty name leaves the choice to the machine. */
export function keepLocalModel(root: string, name: string): void {
  const path = envFilePath(root);
  writeEnvFile(path, setInEnvText(readEnvFile(path), 'SHOWRUNNER_LOCAL_MODEL', name));
}
