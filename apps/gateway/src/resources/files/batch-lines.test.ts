import { expect, test } from 'vitest';
import { BatchLines } from './batch-lines.ts';

function rewritten(text: string | Buffer, slice = 5, model = 'gpt-5.4-mini'): string {
  const lines = new BatchLines(model);
  const bytes = Buffer.from(text);
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += slice) out.push(lines.push(bytes.subarray(at, at + slice)));
  return Buffer.concat([...out, lines.end()]).toString();
}

const line = (model: string, content = 'hi', end = '\n') =>
  `{"custom_id": "1", "method": "POST", "body": {"messages": [{"content": "${content}"}], "model": ${JSON.stringify(model)}, "seed": 12345678901234567890}}${end}`;

test('each request is asked of the vendor’s model, and nothing else changes', () => {
  const content = String.raw`你好 🎬 \"model\"`;
  const given = [line('team-gpt', content), line('другой', 'x', '\r\n'), '\n', line('last', 'y', '')].join('');
  const expected = given
    .replace('"team-gpt"', '"gpt-5.4-mini"')
    .replace('"другой"', '"gpt-5.4-mini"')
    .replace('"last"', '"gpt-5.4-mini"');
  for (const slice of [1, 7, 100_000]) expect(rewritten(given, slice)).toBe(expected);
});

test('a byte order mark in front of a request goes, as vendors refuse it', () => {
  expect(rewritten(`\uFEFF${line('a')}`)).toBe(line('gpt-5.4-mini'));
});

test.each([
  ['no line of JSON', 'plain text\nand more\n'],
  ['lines of fine-tuning', '{"messages": [{"role": "user", "content": "x"}], "model": "m"}\n'],
  ['a body that is no object', '{"body": "model"}\n{"body": ["model"]}\n{"body": {"model": '],
  ['nothing', ''],
  ['a byte order mark before text', '\uFEFFtext\n'],
])('%s stays as it is', (_, text) => {
  expect(rewritten(text)).toBe(text);
});

test('bytes that are no text stay what they are', () => {
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 31) % 256));
  const lines = new BatchLines('m');
  expect(
    Buffer.concat([lines.push(bytes.subarray(0, 1000)), lines.push(bytes.subarray(1000)), lines.end()]).equals(bytes),
  ).toBe(true);
});

test('a line that is longer than any request passes as it comes, and the next one is looked at again', () => {
  const lines = new BatchLines('m');
  const piece = Buffer.alloc(8 * 1024 * 1024, 'a');
  let size = 0;
  for (let count = 0; count < 6; count++) size += lines.push(piece).length;
  expect(size).toBe(6 * piece.length);
  expect(lines.push(Buffer.from(`\n${line('x')}`)).toString()).toBe(`\n${line('m')}`);
});
