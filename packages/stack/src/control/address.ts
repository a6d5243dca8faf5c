import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the supervisor of a data folder listens. In the temporary folder, because the path of a Unix socket must fit
 * into 107 bytes (unix(7)) and a checkout may lie deeper; a named pipe on Windows.
 */
export function controlAddress(dataFolder: string): string {
  const name = `showrunner-${createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Whether the socket is our own: the temporary folder is everybody's, and requests carry secrets. */
export function isOurs(address: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    return lstatSync(address).uid === process.getuid?.();
  } catch {
    return false;
  }
}
