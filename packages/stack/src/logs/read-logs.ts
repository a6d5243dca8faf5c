import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { logFilePath, rotatedPaths } from './log-file.ts';
import { readStoredLine } from './log-line.ts';
import type { LogLine } from './log-line.ts';

export interface LogQuery {
  readonly services: readonly string[];
  /** The last so many lines of the merged stream; all that is kept when absent. */
  readonly tail?: number;
  /** Only lines from this moment on, ISO 8601 in UTC. */
  readonly since?: string;
}

const BLOCK_BYTES = 64 * 1024;

/** The kept lines of several services as one stream, in the order in which they were written. */
export function readLogs(folder: string, { services, tail, since }: LogQuery): LogLine[] {
  const merged = services
    .flatMap((service) => readServiceLog(folder, service, tail ?? Number.POSITIVE_INFINITY))
    .filter((line) => since === undefined || line.time >= since)
    .toSorted((left, right) => (left.time < right.time ? -1 : left.time > right.time ? 1 : 0));
  return tail === undefined ? merged : merged.slice(Math.max(0, merged.length - tail));
}

function readServiceLog(folder: string, service: string, wanted: number): LogLine[] {
  const lines: LogLine[] = [];
  for (const path of rotatedPaths(logFilePath(folder, service))) {
    if (lines.length >= wanted) break;
    lines.unshift(...readLastLines(path, service, wanted - lines.length));
  }
  return lines;
}

/** Reads a file from its end, block by block, until it has as many lines as are wanted. */
function readLastLines(path: string, service: string, wanted: number): LogLine[] {
  const descriptor = openIfThere(path);
  if (descriptor === undefined) return [];
  try {
    const blocks: Buffer[] = [];
    let newlines = 0;
    for (let end = fstatSync(descriptor).size; end > 0 && newlines <= wanted; end -= BLOCK_BYTES) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = Buffer.alloc(end - start);
      const bytesRead = readSync(descriptor, block, 0, block.length, start);
      blocks.unshift(block.subarray(0, bytesRead));
      newlines += block.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
    }
    return Buffer.concat(blocks)
      .toString('utf8')
      .split('\n')
      .map((stored) => readStoredLine(service, stored))
      .filter((line) => line !== undefined)
      .slice(-wanted || undefined);
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
