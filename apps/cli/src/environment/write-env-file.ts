import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { OperatorError } from '@showrunner/stack';

/**
 * Writes `.env` whole or not at all: keys that are lost here are lost for good. It is then its owner's alone.
 *
 * @throws {OperatorError} when it cannot be written; the file is then as it was
 */
export function writeEnvFile(path: string, text: string): void {
  // Where .env is a link, the file that it names is written, and the link stays.
  const file = targetOf(path);
  const temporary = `${file}.${process.pid}`;
  try {
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw notWritten(error as NodeJS.ErrnoException, path);
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function notWritten(error: NodeJS.ErrnoException, path: string): OperatorError {
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return new OperatorError(
    {
      what: isFull
        ? '.env could not be written: the disk is full'
        : `.env could not be written (${error.code ?? error.message})`,
      where: path,
      fix: isFull
        ? 'free some disk and run this again; nothing was changed'
        : 'let this user write into the folder; nothing was changed',
    },
    { cause: error },
  );
}
