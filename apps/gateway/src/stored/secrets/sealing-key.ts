import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { keptSecret } from '../kept-secret.ts';

/** Where the key lies where none is configured; a backup has to hold it. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.key');
}

/** Where a key waits under which everything is being sealed anew. */
export function nextKeyFile(dataFolder: string): string {
  return `${keyFile(dataFolder)}.next`;
}

/** Under which key secrets of vendors are sealed: `LITELLM_SALT_KEY`, else that of a file. */
export function sealingKey(saltKey: string | undefined, dataFolder: string): string {
  return saltKey === undefined || saltKey === '' ? keptSecret(keyFile(dataFolder)) : saltKey;
}

/** What ids are sealed under comes of, in LiteLLM's order: what all replicas have in common comes first. */
export function secretOfIds({
  saltKey,
  masterKey,
  dataFolder,
}: {
  readonly saltKey: string | undefined;
  readonly masterKey: string | undefined;
  readonly dataFolder: string;
}): string {
  if (saltKey !== undefined && saltKey !== '') return saltKey;
  return masterKey ?? keptSecret(join(dataFolder, 'ids.key'));
}

/** The key of a rotation that may have been cut off between the database and the file; nothing where there was none. */
export function nextKey(dataFolder: string): string | undefined {
  const file = nextKeyFile(dataFolder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** From now on the next key is the key. */
export function takeNextKey(dataFolder: string): void {
  renameSync(nextKeyFile(dataFolder), keyFile(dataFolder));
}
