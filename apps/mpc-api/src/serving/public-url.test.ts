import { expect, test } from 'vitest';
import { PublicUrl } from './public-url.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['fd00::1', 'http://[fd00::1]:3000'],
  ['studio.internal', 'http://studio.internal:3000'],
])('a server that listens on %s is reached at %s', (host, root) => {
  expect(new PublicUrl(undefined, { host, port: 3000 }).root).toBe(root);
});

test('a port that the system chose is known once it is listened on', () => {
  const url = new PublicUrl(undefined, { host: '127.0.0.1', port: 0 });
  url.listensAt('http://127.0.0.1:43210');
  expect(url.root).toBe('http://127.0.0.1:43210');
});

test('what is configured comes first', () => {
  const url = new PublicUrl('https://studio.example.com/api/', { host: '0.0.0.0', port: 0 });
  url.listensAt('http://127.0.0.1:43210');
  expect(url.root).toBe('https://studio.example.com/api');
});
