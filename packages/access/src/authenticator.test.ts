import { describe, expect, it } from 'vitest';
import { Authenticator } from './authenticator.ts';
import type { Caller } from './caller.ts';
import type { KeyHeaders } from './presented-key.ts';

const headers: KeyHeaders = {
  headers: [
    { name: 'authorization', bearer: 'required' },
    { name: 'x-api-key', bearer: 'never' },
  ],
  several: 'same',
  once: ['authorization'],
};
const administrator: Caller = { keyId: 'one', workspace: 'default', scopes: new Set(['admin']), grants: undefined };

describe('with a configured key', () => {
  const authenticator = new Authenticator({ headers, key: 'sk-right-key', administrator });

  it('whoever presents it is known', async () => {
    const request = { headers: { authorization: 'Bearer sk-right-key', host: 'anywhere.example' } };
    expect(await authenticator.identify(request)).toEqual({ kind: 'known', caller: administrator });
    expect(authenticator.isForeign(request)).toBe(false);
  });

  it.each([
    ['one letter is another', 'Bearer sk-right-kex'],
    ['it is the beginning of the right one', 'Bearer sk-right'],
    ['it is longer than keys can be', `Bearer ${'sk-right-key'.repeat(1_000)}`],
    ['it has letters of many bytes', `Bearer ${'é'.repeat(12)}`],
  ])('a key is unknown when %s', async (_, authorization) => {
    expect(await authenticator.identify({ headers: { authorization } })).toEqual({ kind: 'unknown_key' });
  });

  it.each([
    ['it is empty', 'Bearer '],
    ['it stands without its scheme', 'sk-right-key'],
  ])('no key can be read when %s', async (_, authorization) => {
    expect(await authenticator.identify({ headers: { authorization } })).toEqual({ kind: 'unreadable_key' });
  });

  it('no key and several keys are told apart from a wrong one', async () => {
    expect(await authenticator.identify({ headers: {} })).toEqual({ kind: 'no_key' });
    const two = { authorization: 'Bearer sk-right-key', 'x-api-key': 'another' };
    expect(await authenticator.identify({ headers: two })).toEqual({ kind: 'several_keys' });
  });
});

describe('without a configured key', () => {
  const authenticator = new Authenticator({ headers, key: undefined, administrator });

  it.each([
    ['no key', {}],
    ['any key', { authorization: 'Bearer something' }],
  ])('everybody on this machine is let in, with %s', async (_, more) => {
    const identity = await authenticator.identify({ headers: { host: 'localhost:3000', ...more } });
    expect(identity).toEqual({ kind: 'known', caller: administrator });
  });

  it('a page of another site is not', async () => {
    const request = { headers: { host: 'localhost:3000', origin: 'https://evil.example' } };
    expect(await authenticator.identify(request)).toEqual({ kind: 'foreign_page' });
    expect(authenticator.isForeign(request)).toBe(true);
  });
});
