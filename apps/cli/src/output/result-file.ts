import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OperatorError } from '@showrunner/stack';

/**
 * Refuses a place that takes no file, before the work whose result belongs there is done and paid for.
 *
 * @throws {OperatorError} with the reason
 */
export function refuseUnwritable(path: string): void {
  try {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    accessSync(entry === undefined ? dirname(resolve(path)) : path, constants.W_OK);
  } catch (error) {
    throw notWritten(error as NodeJS.ErrnoException, path);
  }
}

/** @throws {OperatorError} when the file cannot be written */
export function writeResultFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw notWritten(error as NodeJS.ErrnoException, path);
  }
}

const REASONS: Readonly<Partial<Record<string, { readonly what: string; readonly fix: string }>>> = {
  ENOENT: { what: 'its folder is not there', fix: 'make the folder, or name another file' },
  ENOTDIR: { what: 'a part of its path is a file', fix: 'name another file' },
  EISDIR: { what: 'a folder has that name', fix: 'name a file in it' },
  ENOSPC: { what: 'the disk is full', fix: 'free some space, or name a file on another disk' },
};

function notWritten(error: NodeJS.ErrnoException, path: string): OperatorError {
  const { what, fix } = REASONS[error.code ?? ''] ?? {
    what: error.code ?? error.message,
    fix: 'let this user write there, or name another file',
  };
  return new OperatorError(
    { what: `The result cannot be written to a file: ${what}`, where: resolve(path), fix },
    { cause: error },
  );
}
