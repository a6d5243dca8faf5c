import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatTimecode, maskSecret } from './figures.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [98_362_432, '98.4 MB'],
  [491_400_064, '491 MB'],
  [1_117_320_768, '1.1 GB'],
])('%d bytes read as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [840, '0.8 s'],
  [42_400, '42 s'],
  [185_000, '3 min 05 s'],
  [7_800_000, '2 h 10 min'],
  [356_400_000, '4 d 3 h'],
])('%d milliseconds read as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('a place in a video reads as minutes and seconds', () => {
  expect([0, 7.4, 760].map(formatTimecode)).toEqual(['0:00', '0:07', '12:40']);
});

test('a masked secret cannot be used', () => {
  expect(maskSecret('sk-abcdefghijklmnop')).toBe('sk-a…mnop');
  expect(maskSecret('short')).toBe('…');
});
