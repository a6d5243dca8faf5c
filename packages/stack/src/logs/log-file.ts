import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeLine, type LogLine } from './log-line.ts';

export interface Rotation {
  /** A file that has reached this size is put aside. */
  readonly maxBytes: number;
  /** How many are kept, the one being written included. */
  readonly files: number;
}

const defaultRotation: Rotation = { maxBytes: 10 * 1024 * 1024, files: 4 };

export function logFilePath(folder: string, service: string): string {
  return join(folder, `${service}.log`);
}

/** The files of a log that may be there, newest first. */
export function rotatedPaths(path: string, files = defaultRotation.files): string[] {
  return Array.from({ length: files }, (_, index) => rotatedPath(path, index));
}

/**
 * Appends lines to a file and rotates it. Writes are synchronous: what was read from a service is on its way to the
 * disk before the next line is read, so that nothing is lost when the writer dies and nothing piles up when a service
 * writes faster than the disk.
 */
export class LogFile {
  readonly #path: string;
  readonly #rotation: Rotation;
  #descriptor: number;
  #bytes: number;

  constructor(path: string, rotation: Rotation = defaultRotation) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#path = path;
    this.#rotation = rotation;
    this.#descriptor = openSync(path, 'a', 0o600);
    this.#bytes = fstatSync(this.#descriptor).size;
  }

  append(lines: readonly LogLine[]): void {
    if (this.#bytes >= this.#rotation.maxBytes) this.#rotate();
    const bytes = Buffer.from(lines.map(storeLine).join(''));
    this.#bytes += bytes.length;
    for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #rotate(): void {
    closeSync(this.#descriptor);
    rmSync(rotatedPath(this.#path, this.#rotation.files - 1), { force: true });
    for (let index = this.#rotation.files - 2; index >= 0; index -= 1) {
      renameIfThere(rotatedPath(this.#path, index), rotatedPath(this.#path, index + 1));
    }
    this.#descriptor = openSync(this.#path, 'a', 0o600);
    this.#bytes = 0;
  }
}

function rotatedPath(path: string, index: number): string {
  return index === 0 ? path : `${path}.${index}`;
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
