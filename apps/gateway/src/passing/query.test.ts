import { expect, test } from 'vitest';
import { keyInQuery, withQuery } from './query.ts';

const plain = { defaults: {}, withoutKey: false };

test.each([
  ['https://t/a', '', plain, 'https://t/a'],
  ['https://t/a', 'q=%E6%96%87&b=1&b=2', plain, 'https://t/a?q=%E6%96%87&b=1&b=2'],
  ['https://t/a?version=2#part', 'q=1', plain, 'https://t/a?q=1&version=2'],
  ['https://t/a?version=2', 'version=3', plain, 'https://t/a?version=3'],
  ['https://t/a?x=1', '', { defaults: { x: '2', y: 'ü' }, withoutKey: false }, 'https://t/a?x=1&y=%C3%BC'],
  ['https://t/a', 'key=sk-1&alt=sse', { defaults: {}, withoutKey: true }, 'https://t/a?alt=sse'],
  ['https://t/a', 'ke%79=sk-1&alt=sse', { defaults: {}, withoutKey: true }, 'https://t/a?alt=sse'],
  ['https://t/a', 'url=http://evil.example/@x', plain, 'https://t/a?url=http://evil.example/@x'],
])('%s asked with %s', (url, query, options, whole) => {
  expect(withQuery(url, query, options)).toBe(whole);
});

test('a key in the query is read as such', () => {
  expect(keyInQuery('alt=sse&key=sk-1')).toBe('sk-1');
  expect(keyInQuery('keys=sk-1')).toBeUndefined();
});
