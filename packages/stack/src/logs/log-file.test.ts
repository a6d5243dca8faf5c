import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LineSplitter, MAX_LINE_LENGTH } from './line-splitter.ts';
import { LogFile, logFilePath } from './log-file.ts';
import type { LogLine } from './log-line.ts';
import { readLogs, type LogQuery } from './read-logs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'logs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = (service: string, second: number, text: string): LogLine => ({
  service,
  time: new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString(),
  stream: 'stdout',
  text,
});

const logLines = (where: string, query: LogQuery): LogLine[] => Array.from(readLogs(where, query));

test('lines of several services are read back as one stream in the order of their times', () => {
  const gateway = new LogFile(logFilePath(folder, 'gateway'));
  const api = new LogFile(logFilePath(folder, 'api'));
  const lines = [line('gateway', 1, 'one'), line('api', 2, '{"msg":"two"}'), line('gateway', 3, 'three \u2713')];
  for (const entry of lines) (entry.service === 'api' ? api : gateway).append([entry]);
  const services = ['api', 'gateway'];
  expect(logLines(folder, { services })).toEqual(lines);
  expect(logLines(folder, { services, tail: 2 })).toEqual(lines.slice(1));
  expect(logLines(folder, { services, since: lines[1]?.time ?? '' })).toEqual(lines.slice(1));
});

test('the longest line is read back whole', () => {
  const text = 'x'.repeat(MAX_LINE_LENGTH);
  new LogFile(logFilePath(folder, 'api')).append([line('api', 1, text)]);
  expect(logLines(folder, { services: ['api'] }).map((each) => each.text)).toEqual([text]);
});

test('a reader that stops early leaves no file open', () => {
  const log = new LogFile(logFilePath(folder, 'api'));
  for (let second = 0; second < 60; second += 1) log.append([line('api', second, `line ${second}`)]);
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = openFiles();
  for (const { text } of readLogs(folder, { services: ['api'] })) if (text === 'line 3') break;
  expect(openFiles()).toBe(before);
});

test('a full file is put aside, the oldest is dropped, and reading goes on across files', () => {
  const log = new LogFile(logFilePath(folder, 'api'), { maxBytes: 200, files: 3 });
  for (let second = 0; second < 60; second += 1) log.append([line('api', second, `line ${second}`)]);
  expect(readdirSync(folder).toSorted()).toEqual(['api.log', 'api.log.1', 'api.log.2']);
  const kept = logLines(folder, { services: ['api'] }).map(({ text }) => text);
  expect(kept.at(-1)).toBe('line 59');
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => `line ${60 - kept.length + index}`));
  expect(logLines(folder, { services: ['api'], tail: 8 })).toHaveLength(8);
});

test('lines that span the blocks in which a file is read stay whole', () => {
  const log = new LogFile(logFilePath(folder, 'api'));
  const texts = Array.from({ length: 50 }, (_, index) => `${index} ${'ü'.repeat(3_000)}`);
  for (const text of texts) log.append([line('api', 0, text)]);
  const texted = (query: Partial<LogQuery>) =>
    logLines(folder, { services: ['api'], ...query }).map(({ text }) => text);
  expect(texted({ tail: 30 })).toEqual(texts.slice(-30));
  expect(texted({})).toEqual(texts);
});

test('a service that has no log yet has no lines', () => {
  expect(logLines(folder, { services: ['redis'], tail: 5 })).toEqual([]);
});

test('bytes become lines wherever they are cut, also inside a character', () => {
  const bytes = Buffer.from('first\r\nzweiter Änderung\nrest');
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const splitter = new LineSplitter();
    const lines = [...splitter.push(bytes.subarray(0, cut)), ...splitter.push(bytes.subarray(cut)), ...splitter.end()];
    expect(lines).toEqual(['first', 'zweiter Änderung', 'rest']);
  }
});

test('a line without end is broken, so that it cannot fill the memory', () => {
  const lines = new LineSplitter().push(Buffer.alloc(MAX_LINE_LENGTH * 2 + 5, 'x'));
  expect(lines.map((text) => text.length)).toEqual([MAX_LINE_LENGTH, MAX_LINE_LENGTH]);
});
