import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LineSplitter, MAX_LINE_LENGTH } from './line-splitter.ts';
import { logFilePath, rotatedPaths } from './log-file.ts';
import { readStoredLine, type LogLine } from './log-line.ts';

export interface LogQuery {
  readonly services: readonly string[];
  /** The last so many lines of the merged stream; all that is kept when absent. */
  readonly tail?: number;
  /** Only lines from this moment on, ISO 8601 in UTC. */
  readonly since?: string;
}

const BLOCK_BYTES = 64 * 1024;
/** A stored line is the longest that is written, behind its time and stream. */
const MAX_STORED_LENGTH = MAX_LINE_LENGTH + 100;

/**
 * The kept lines of several services as one stream, in the order in which they were written. It holds a block of each
 * service's log, however much there is, and ends where the files ended when it was called.
 */
export function readLogs(folder: string, { services, tail, since }: LogQuery): Iterable<LogLine> {
  const wanted = (line: LogLine): boolean => since === undefined || line.time >= since;
  if (tail === undefined) return merged(services.map((service) => openLog(folder, service).filter(wanted)));
  const last = merged(services.map((service) => readLastLines(folder, service, tail).values()));
  const lines = [...last];
  return lines.slice(Math.max(0, lines.length - tail)).filter(wanted);
}

/** Streams that are in order each, as one that is. */
function* merged(streams: readonly Iterator<LogLine>[]): Generator<LogLine> {
  const heads = streams.map((stream) => ({ stream, line: nextOf(stream) }));
  try {
    for (;;) {
      let first: (typeof heads)[number] | undefined;
      for (const head of heads) {
        if (head.line && (first?.line === undefined || head.line.time < first.line.time)) first = head;
      }
      if (!first?.line) return;
      yield first.line;
      first.line = nextOf(first.stream);
    }
  } finally {
    // Who stops reading early leaves no file open.
    for (const stream of streams) stream.return?.();
  }
}

function nextOf(stream: Iterator<LogLine>): LogLine | undefined {
  const { done, value } = stream.next();
  return done ? undefined : value;
}

/** A service's log from its beginning to where it ends now; what is put aside meanwhile stays open. */
function openLog(folder: string, service: string): IteratorObject<LogLine> {
  const files = rotatedPaths(logFilePath(folder, service))
    .toReversed()
    .map(openIfThere)
    .filter((descriptor) => descriptor !== undefined)
    .map((descriptor) => ({ descriptor, size: fstatSync(descriptor).size }));
  return linesOf(files, service);
}

interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

function* linesOf(files: readonly OpenFile[], service: string): Generator<LogLine> {
  try {
    for (const { descriptor, size } of files) {
      const splitter = new LineSplitter(MAX_STORED_LENGTH);
      for (let start = 0; start < size; start += BLOCK_BYTES) {
        yield* parse(splitter.push(readBlock(descriptor, start, Math.min(start + BLOCK_BYTES, size))), service);
      }
      yield* parse(splitter.end(), service);
    }
  } finally {
    for (const { descriptor } of files) closeSync(descriptor);
  }
}

/** The last lines of a service, read from the end. */
function readLastLines(folder: string, service: string, wanted: number): LogLine[] {
  const lines: LogLine[] = [];
  for (const path of rotatedPaths(logFilePath(folder, service))) {
    if (lines.length >= wanted) break;
    lines.unshift(...lastLinesOfFile(path, service, wanted - lines.length));
  }
  return lines;
}

/** Reads a file from its end, block by block, until it has as many lines as are wanted. */
function lastLinesOfFile(path: string, service: string, wanted: number): LogLine[] {
  const descriptor = openIfThere(path);
  if (descriptor === undefined) return [];
  try {
    const blocks: Buffer[] = [];
    let newlines = 0;
    for (let end = fstatSync(descriptor).size; end > 0 && newlines <= wanted; end -= BLOCK_BYTES) {
      const block = readBlock(descriptor, Math.max(0, end - BLOCK_BYTES), end);
      blocks.unshift(block);
      newlines += block.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
    }
    const lines = parse(Buffer.concat(blocks).toString('utf8').split('\n'), service);
    return lines.slice(Math.max(0, lines.length - wanted));
  } finally {
    closeSync(descriptor);
  }
}

function readBlock(descriptor: number, start: number, end: number): Buffer {
  const block = Buffer.alloc(end - start);
  return block.subarray(0, readSync(descriptor, block, 0, block.length, start));
}

function parse(stored: readonly string[], service: string): LogLine[] {
  return stored.map((line) => readStoredLine(service, line)).filter((line) => line !== undefined);
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
