import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createJsonOutput } from './json-output.ts';

test('items are a line each, what went wrong after them too, and a slow reader is waited for', async () => {
  const stdout = new PassThrough({ highWaterMark: 10 });
  const output = createJsonOutput(stdout as unknown as NodeJS.WriteStream);
  output.item({ text: 'more than ten bytes' });
  let hasCaughtUp = false;
  const caughtUp = output.caughtUp().then(() => {
    hasCaughtUp = true;
    return hasCaughtUp;
  });
  await setImmediate();
  expect(hasCaughtUp).toBe(false);
  output.problem({ what: 'It ended', lines: ['one', 'two'] });
  let read = '';
  stdout.setEncoding('utf8').on('data', (chunk: string) => (read += chunk));
  expect(await caughtUp).toBe(true);
  await setImmediate();
  expect(read).toBe('{"text":"more than ten bytes"}\n{"error":{"what":"It ended","lines":["one","two"]}}\n');
});
