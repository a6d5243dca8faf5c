import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger, createServer, Secret } from '@showrunner/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator } from './administrator.ts';
import { createAdmission } from './admit.ts';
import { checkOpenness } from './check-openness.ts';

const KEY = 'sk-right-key';

describe('without a configured key', () => {
  it('nobody listens further than loopback', () => {
    const { logger } = logged();
    expect(() => checkOpenness(undefined, '0.0.0.0', logger)).toThrow(/Set MPC_API_KEY, or listen on 127\.0\.0\.1/);
    expect(() => checkOpenness(undefined, '192.168.1.7', logger)).toThrow('192.168.1.7');
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('everybody is let in on %s, and the log says so', (host) => {
    const { logger, lines } = logged();
    checkOpenness(undefined, host, logger);
    expect(lines.join('')).toContain('MPC_API_KEY is not set');
  });

  describe('a server', () => {
    const server = serverWith(undefined);

    it('lets everybody on this machine in', async () => {
      const answer = await fetch(server.url);
      expect([answer.status, await answer.json()]).toEqual([200, administrator.keyId]);
    });

    it('refuses what a browser sends for a page of another site', async () => {
      const answer = await fetch(server.url, { headers: { origin: 'https://evil.example' } });
      expect([answer.status, await answer.json()]).toMatchObject([
        403,
        { error: { code: 'FORBIDDEN', message: expect.stringContaining('Set MPC_API_KEY') } },
      ]);
    });
  });
});

describe('with a configured key', () => {
  const server = serverWith(new Secret(KEY));

  it('the server may listen anywhere, and nothing is said', () => {
    const { logger, lines } = logged();
    checkOpenness(new Secret(KEY), '0.0.0.0', logger);
    expect(lines).toEqual([]);
  });

  it.each([
    ['Authorization', { authorization: `Bearer ${KEY}` }],
    ['X-API-Key', { 'x-api-key': KEY }],
    ['both alike', { authorization: `bearer ${KEY}`, 'x-api-key': KEY }],
  ])('its holder is let in by %s', async (_, headers) => {
    const answer = await fetch(server.url, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.json()]).toEqual([200, administrator.keyId]);
  });

  it.each([
    ['no key', {}, /is required/, 'Bearer realm="mpc-api"'],
    ['a wrong key', { 'x-api-key': 'no' }, /not known/, 'Bearer realm="mpc-api", error="invalid_token"'],
    ['a scheme alone', { authorization: 'Bearer' }, /not known/, 'Bearer realm="mpc-api", error="invalid_token"'],
  ])('%s is told from others', async (_, headers, message, challenge) => {
    const answer = await fetch(server.url, { headers: headers as Record<string, string> });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(challenge);
    expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(message) } });
  });

  it.each([
    ['two Authorization headers', [`Authorization: Bearer ${KEY}`, `authorization: Bearer ${KEY}`]],
    ['two X-API-Key headers', [`X-API-Key: ${KEY}`, `X-Api-Key: ${KEY}`]],
    ['a bearer and an X-API-Key that differ', [`Authorization: Bearer ${KEY}`, 'X-API-Key: def']],
    ['another scheme beside an X-API-Key', ['Authorization: Basic abc', `X-API-Key: ${KEY}`]],
  ])('%s are refused, as one of them may be smuggled', async (_what, lines) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines.join('\r\n')}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [^]*"reason":"ambiguous_key"/);
  });
});

/** A server whose one route names its caller; it runs while the tests of its `describe` do. */
function serverWith(key: Secret | undefined): { readonly url: string } {
  const admission = createAdmission({ key });
  const app = createServer({ logger: logged().logger });
  app.get('/', async (request, reply) => JSON.stringify((await admission.admit(request, 'jobs:read', reply)).keyId));
  beforeAll(() => app.listen({ host: '127.0.0.1', port: 0 }));
  afterAll(() => app.close());
  return {
    get url() {
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
  };
}

function logged() {
  const lines: string[] = [];
  const sink = { write: (line: string) => lines.push(line) };
  return { lines, logger: createLogger({ service: 'test', level: 'info', sink }) };
}
