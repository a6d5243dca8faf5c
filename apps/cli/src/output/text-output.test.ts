import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { createTextOutput, type TextStreams } from './text-output.ts';

test('on a terminal that cannot move its cursor a task is told in plain lines', async () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, env: { TERM: 'dumb' } };
  const task = createTextOutput(streams as unknown as TextStreams).task('gateway');
  task.update('starting');
  task.succeed('healthy');
  stderr.end();
  expect(await text(stderr)).toBe('✔ gateway healthy\n');
});

test('a terminal that says it has no columns is taken for one of 80', async () => {
  const stderr = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 0,
    moveCursor: () => true,
    cursorTo: () => true,
    clearScreenDown: () => true,
  });
  let told = '';
  stderr.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, env: {} };
  const task = createTextOutput(streams as unknown as TextStreams).task('gateway');
  await waitUntil(() => told !== '', { what: 'the first frame' });
  task.succeed();
  expect(told).toContain('gateway\n');
  expect(told).not.toContain('…');
});
