import { expect, it } from 'vitest';
import { ForeignPages } from './foreign-page.ts';

const pages = new ForeignPages(['Studio.example', 'other.example:8443']);

it.each([
  '127.0.0.1:4000',
  '127.0.0.1',
  '127.8.8.8:4000',
  '127.1:4000',
  'localhost:4000',
  'LOCALHOST:4000',
  'localhost.:4000',
  '[::1]:4000',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]:4000',
  'studio.example',
  'STUDIO.example.:9000',
  'other.example:8443',
])('the Host %s is this server’s own', (host) => {
  expect(pages.isForeign({ headers: { host } })).toBe(false);
});

it.each([
  'evil.example:4000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'evil.localhost.example',
  'localhost..',
  'evil@localhost',
  'localhost@evil.example',
  'localhost/evil',
  'localhost:4000:80',
  'localhost, evil.example',
  '0.0.0.0:4000',
  '[::]:4000',
  '10.0.0.1',
  '2130706433.evil.example',
  'loc\u0430lhost',
  'other.example:8444',
  'other.example',
  '',
])('the Host "%s" is not', (host) => {
  expect(pages.isForeign({ headers: { host } })).toBe(true);
  expect(pages.isForeign({ headers: { host: 'localhost' } })).toBe(false);
  expect(pages.isForeign({ headers: { host } })).toBe(true);
});

it.each([
  ['localhost:4000', 'http://localhost:4000', false],
  ['LOCALHOST:4000', 'http://localhost:4000', false],
  ['localhost', 'http://localhost', false],
  ['localhost:80', 'http://localhost', false],
  ['studio.example', 'https://studio.example', false],
  ['studio.example:443', 'https://studio.example', false],
  ['[::1]:4000', 'http://[::1]:4000', false],
  ['localhost:4000', 'http://localhost:3000', true],
  ['localhost:4000', 'http://localhost', true],
  ['localhost:4000', 'http://127.0.0.1:4000', true],
  ['localhost:4000', 'https://evil.example', true],
  ['localhost:4000', 'null', true],
  ['localhost:4000', '', true],
  ['localhost:4000', 'file://', true],
  ['localhost:4000', 'chrome-extension://abc', true],
  ['localhost:4000', 'http://localhost:4000/path', true],
  ['localhost:4000', 'http://user@localhost:4000', true],
  [undefined, 'http://localhost:4000', true],
])('at %s the origin %s is foreign: %s', (host, origin, isForeign) => {
  expect(pages.isForeign({ headers: { ...(host !== undefined && { host }), origin } })).toBe(isForeign);
});

it.each([
  ['same-origin', false],
  ['none', false],
  ['same-site', true],
  ['cross-site', true],
  ['', true],
  ['same-origin, none', true],
])('a request that a browser calls "%s" is foreign: %s', (site, isForeign) => {
  expect(pages.isForeign({ headers: { host: 'localhost', 'sec-fetch-site': site } })).toBe(isForeign);
});

it.each([
  ['/v1/models', false],
  ['*', false],
  ['http://localhost:4000/v1/models', false],
  ['http://evil.example/v1/models', true],
  ['http://localhost@evil.example/v1/models', true],
])('a request for the target %s is foreign: %s', (url, isForeign) => {
  expect(pages.isForeign({ headers: { host: 'localhost:4000' }, url })).toBe(isForeign);
});

it('what has no Host is no browser', () => {
  expect(pages.isForeign({ headers: {} })).toBe(false);
});

it.each([
  ['https://studio.example', 'localhost:4000', false],
  ['https://studio.example', 'evil.example:4000', true],
  ['https://evil.example', 'localhost:4000', true],
  ['http://studio.example', 'localhost:4000', true],
])('where https://studio.example is named, %s at %s is foreign: %s', (origin, host, isForeign) => {
  const named = new ForeignPages([], ['https://studio.example']);
  const headers = { host, origin, 'sec-fetch-site': 'cross-site' };
  expect(named.isForeign({ headers })).toBe(isForeign);
});
