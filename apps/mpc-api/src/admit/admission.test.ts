import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ApiError } from '@showrunner/errors';
import { createLogger, Secret } from '@showrunner/service';
import { describe, expect, it } from 'vitest';
import { chooseAuthenticator } from './choose-authenticator.ts';
import { isForeignPage } from './foreign-page.ts';
import { presentedKey } from './presented-key.ts';
import { administrator, hasScope } from './principal.ts';

describe('without a configured key', () => {
  it('nobody listens further than loopback', () => {
    const { logger } = logged();
    expect(() => chooseAuthenticator(undefined, '0.0.0.0', logger)).toThrow(
      /Set MPC_API_KEY, or listen on 127\.0\.0\.1/,
    );
    expect(() => chooseAuthenticator(undefined, '192.168.1.7', logger)).toThrow('192.168.1.7');
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('everybody is let in on %s, and the log says so', async (host) => {
    const { logger, lines } = logged();
    const authenticator = chooseAuthenticator(undefined, host, logger);
    expect(await authenticator.authenticate(undefined)).toBe(administrator);
    expect(lines.join('')).toContain('MPC_API_KEY is not set');
  });

  it.each([
    [{ host: '127.0.0.1:3000' }, false],
    [{ host: 'localhost:3000', origin: 'http://localhost:3000' }, false],
    [{ host: '[::1]:3000' }, false],
    [{ host: '127.0.0.1:3000', origin: 'https://evil.example' }, true],
    [{ host: '127.0.0.1:3000', origin: 'null' }, true],
    [{ host: 'rebound.example:3000' }, true],
  ])('a page of another site is known by %o', (headers, isForeign) => {
    expect(isForeignPage(headers)).toBe(isForeign);
  });
});

describe('with a configured key', () => {
  it('only that key is let in, and it is not logged', async () => {
    const { logger, lines } = logged();
    const authenticator = chooseAuthenticator(new Secret('sk-right-key'), '0.0.0.0', logger);
    expect(await authenticator.authenticate('sk-right-key')).toBe(administrator);
    expect(await authenticator.authenticate('sk-right-kex')).toBeUndefined();
    expect(await authenticator.authenticate(undefined)).toBeUndefined();
    expect(await authenticator.authenticate('sk-right-key'.repeat(1_000))).toBeUndefined();
    expect(lines.join('')).not.toContain('sk-right-key');
  });

  it.each([
    [{ authorization: 'Bearer abc' }, 'abc'],
    [{ authorization: 'BEARER abc' }, 'abc'],
    [{ 'x-api-key': 'abc' }, 'abc'],
    [{ authorization: 'Bearer abc', 'x-api-key': 'abc' }, 'abc'],
    [{ authorization: 'Bearer' }, undefined],
    [{ authorization: 'Bearer a b' }, undefined],
    [{}, undefined],
  ])('%o presents %s', (headers, key) => {
    expect(presentedKey({ headers, rawHeaders: Object.entries(headers).flat() })).toBe(key);
  });

  it.each([
    ['two Authorization headers', ['Authorization: Bearer abc', 'authorization: Bearer abc']],
    ['two X-API-Key headers', ['X-API-Key: abc', 'X-Api-Key: abc']],
    ['a bearer and an X-API-Key that differ', ['Authorization: Bearer abc', 'X-API-Key: def']],
    ['another scheme beside an X-API-Key', ['Authorization: Basic abc', 'X-API-Key: abc']],
  ])('%s are refused, as one of them may be smuggled', async (_what, lines) => {
    const server = createServer((request, response) => {
      try {
        response.end(presentedKey(request));
      } catch (error) {
        response.end((error as ApiError).code);
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`);
    expect(await text(socket)).toMatch(/\r\n\r\nBAD_REQUEST$/);
    server.close();
  });
});

describe('scopes', () => {
  it('allow what they name, by recipe, by kind, or everything', () => {
    const holder = (...scopes: string[]) => ({ tenant: 'a', name: 'a', scopes: new Set(scopes) });
    expect(hasScope(holder('generate:script'), 'generate:script')).toBe(true);
    expect(hasScope(holder('generate:script'), 'generate:metadata')).toBe(false);
    expect(hasScope(holder('generate:*'), 'generate:metadata')).toBe(true);
    expect(hasScope(holder('generate:*'), 'jobs:read')).toBe(false);
    expect(hasScope(administrator, 'jobs:read')).toBe(true);
  });
});

function logged() {
  const lines: string[] = [];
  const sink = { write: (line: string) => lines.push(line) };
  return { lines, logger: createLogger({ service: 'test', level: 'info', sink }) };
}
