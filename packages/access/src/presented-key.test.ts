import { describe, expect, it } from 'vitest';
import { presentedKey, SEVERAL, type KeyHeaders } from './presented-key.ts';

const headers: KeyHeaders['headers'] = [
  { name: 'authorization', bearer: 'required' },
  { name: 'x-service-key', bearer: 'optional' },
  { name: 'x-api-key', bearer: 'never' },
];
const first: KeyHeaders = { headers, several: 'first', once: ['authorization'] };
const same: KeyHeaders = { headers, several: 'same', once: ['authorization', 'x-api-key'] };

type Given = Record<string, string>;

describe('a key is read', () => {
  it.each<[string, Given, string | undefined]>([
    ['behind its scheme', { authorization: 'Bearer abc' }, 'abc'],
    ['whatever the case of its scheme', { authorization: 'BEARER  abc ' }, 'abc'],
    ['with an optional scheme', { 'x-service-key': 'bearer abc' }, 'abc'],
    ['without an optional scheme', { 'x-service-key': 'abc' }, 'abc'],
    ['as it stands where there is no scheme', { 'x-api-key': 'Bearer abc' }, 'Bearer abc'],
    ['as empty behind another scheme', { authorization: 'Basic abc' }, ''],
    ['as empty without its scheme', { authorization: 'abc' }, ''],
    ['as empty where only the scheme stands', { authorization: 'Bearer' }, ''],
    ['from none of the other headers', { 'x-other-key': 'abc' }, undefined],
  ])('%s', (_, given, key) => {
    expect(presentedKey({ headers: given }, first)).toBe(key);
    expect(presentedKey({ headers: given }, same)).toBe(key);
  });
});

describe('of several headers', () => {
  it.each<[string, Given, string, string | typeof SEVERAL]>([
    ['with one key', { authorization: 'Bearer a', 'x-api-key': 'a' }, 'a', 'a'],
    ['with two keys', { 'x-api-key': 'b', authorization: 'Bearer a' }, 'a', SEVERAL],
    ['with a key and something that is none', { authorization: 'Basic a', 'x-api-key': 'b' }, '', SEVERAL],
    ['with nothing that can be read', { authorization: 'Bearer', 'x-api-key': '' }, '', SEVERAL],
  ])('%s the first one counts, or all must agree', (_, given, byFirst, bySame) => {
    expect(presentedKey({ headers: given }, first)).toBe(byFirst);
    expect(presentedKey({ headers: given }, same)).toBe(bySame);
  });
});

it('a header that may come once is refused when it comes twice, however it is written', () => {
  const head = (...rawHeaders: string[]) => ({
    headers: { authorization: 'Bearer a', 'x-api-key': 'a, a' },
    rawHeaders,
  });
  expect(presentedKey(head('Authorization', 'Bearer a', 'AUTHORIZATION', 'Bearer a'), first)).toBe(SEVERAL);
  expect(presentedKey(head('X-API-Key', 'a', 'x-api-key', 'a'), same)).toBe(SEVERAL);
  expect(presentedKey(head('X-API-Key', 'a', 'x-api-key', 'a'), first)).toBe('a');
  expect(presentedKey(head('X-Title', 'Authorization', 'Authorization', 'Bearer a'), first)).toBe('a');
});
