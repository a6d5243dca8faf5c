import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { localhostCertificate, requireTool, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { afterEach, describe, expect, it, onTestFinished, test } from 'vitest';
import { mpcApiEnvironment } from '../../environment.ts';
import { AddressGuard } from '../address/address-guard.ts';
import type { Resolve } from '../address/guarded-lookup.ts';
import type { Attempt } from '../attempt.ts';
import { createReceiverClient, type ReceiverClientOptions } from './call-receiver.ts';

const MESSAGE = { headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' }, body: '{"text":"é🎬"}' };

function guardWith(WEBHOOK_ALLOWED_NETWORKS: string): AddressGuard {
  return new AddressGuard(mpcApiEnvironment.read({ WEBHOOK_ALLOWED_NETWORKS }).WEBHOOK_ALLOWED_NETWORKS ?? []);
}

async function call(url: string, options: Partial<ReceiverClientOptions> = {}): Promise<Attempt> {
  const client = createReceiverClient({ guard: guardWith('127.0.0.0/8,::1'), ...options });
  onTestFinished(() => client.close());
  return client.call({ url, ...MESSAGE }, new AbortController().signal);
}

describe('a receiver that answers', () => {
  it('gets the very bytes, once', async () => {
    await using receiver = await startScriptedUpstream([{ status: 204, raw: '' }]);
    expect(await call(`${receiver.url}/hook?run=7#part`)).toMatchObject({
      outcome: 'delivered',
      status: 204,
      error: null,
    });
    expect(receiver.requests).toHaveLength(1);
    expect(receiver.requests[0]).toMatchObject({ method: 'POST', path: '/hook?run=7', headers: MESSAGE.headers });
    expect(receiver.requests[0]?.bytes.toString()).toBe(MESSAGE.body);
  });

  it('with 200 has it, and what else it said is kept', async () => {
    const page = `<html>\0${'🎬'.repeat(1_500)}`;
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await using receiver = await startScriptedUpstream([{ raw: page, headers }]);
    const { outcome, mediaType, answer } = await call(receiver.url);
    expect([outcome, mediaType]).toEqual(['delivered', 'text/html']);
    expect(answer).toBe(`<html>\uFFFD${'🎬'.repeat(993)}`);
  });

  it('with a body that never ends has it too', async () => {
    await using receiver = await startScriptedUpstream([
      { raw: 'x'.repeat(10), afterwards: 'hang' },
      { raw: 'y'.repeat(5_000_000), sliceBytes: 1_000, headers: { 'content-length': '5000000000' } },
    ]);
    expect(await call(receiver.url, { timeoutMs: 300 })).toMatchObject({ outcome: 'delivered', answer: 'xxxxxxxxxx' });
    expect(await call(receiver.url)).toMatchObject({ outcome: 'delivered', answer: 'y'.repeat(1_000) });
  });

  it.each<[Behaviour, Partial<Attempt>]>([
    [
      { status: 404, raw: 'not waiting' },
      { outcome: 'rejected', status: 404, answer: 'not waiting' },
    ],
    [
      { status: 500, raw: '' },
      { outcome: 'rejected', status: 500, answer: '' },
    ],
    [
      { status: 410, raw: '' },
      { outcome: 'gone', status: 410 },
    ],
    [
      { status: 503, raw: '', headers: { 'retry-after': '7' } },
      { outcome: 'rejected', retryAfterMs: 7_000 },
    ],
    [
      { status: 304, raw: '' },
      { outcome: 'redirected', status: 304 },
    ],
  ])('with %j says how it went', async (behaviour, attempt) => {
    await using receiver = await startScriptedUpstream([behaviour]);
    expect(await call(receiver.url)).toMatchObject(attempt);
  });

  it.each([301, 302, 303, 307, 308])('with %i is not followed', async (status) => {
    await using target = await startScriptedUpstream([{ json: {} }]);
    await using receiver = await startScriptedUpstream([{ status, raw: '', headers: { location: `${target.url}/x` } }]);
    const attempt = await call(receiver.url);
    expect(attempt).toMatchObject({ outcome: 'redirected', status });
    expect(attempt.error).toContain(`leads to ${target.url}/x; redirects are not followed`);
    expect(target.requests).toEqual([]);
  });
});

describe('a receiver that does not answer', () => {
  it('is given up after its time, whether it takes the request, the connection, or resolves at all', async () => {
    await using silent = await startScriptedUpstream([{ hang: true }]);
    const resolvesNever: Resolve = () => new Promise(() => undefined);
    for (const [url, resolve] of [
      [silent.url, undefined],
      ['http://slow.example/', resolvesNever],
    ] as const) {
      const attempt = await call(url, { timeoutMs: 200, resolve });
      expect(attempt).toMatchObject({ outcome: 'timed_out', status: null, error: 'No answer within 0.2 s.' });
      expect(attempt.durationMs).toBeLessThan(2_000);
    }
  });

  it('is told apart by why', async () => {
    await using resetting = await startScriptedUpstream([{ reset: true }]);
    expect(await call(resetting.url)).toMatchObject({ outcome: 'unreachable', status: null });
    const closed = await startScriptedUpstream([{ json: {} }]);
    await closed.close();
    expect((await call(closed.url)).error).toMatch(/cannot be reached: .*ECONNREFUSED/);
    const noName: Resolve = () => Promise.reject(new Error('getaddrinfo ENOTFOUND nobody.invalid'));
    expect((await call('http://nobody.invalid/', { resolve: noName })).error).toMatch(/ENOTFOUND/);
    expect((await call('http://nobody.invalid/', { resolve: () => Promise.resolve([]) })).error).toMatch(/no address/);
  });

  it('with a certificate of its own is not trusted', requireTool('openssl'), async () => {
    const server = createTlsServer(await localhostCertificate()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await call(`https://localhost:${port}/`)).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringMatching(/self-signed/),
    });
  });

  it('is no longer waited for when the server stops', async () => {
    await using silent = await startScriptedUpstream([{ hang: true }]);
    const client = createReceiverClient({ guard: guardWith('127.0.0.0/8') });
    const stop = new AbortController();
    const calling = client.call({ url: silent.url, ...MESSAGE }, stop.signal);
    await expect.poll(() => silent.requests.length).toBe(1);
    stop.abort(new Error('stopping'));
    await expect(calling).rejects.toThrow('stopping');
    await client.close();
  });
});

describe('a name', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** Counts who connects to 127.0.0.1 and ::1 at one port. */
  async function listenEverywhere(): Promise<{ readonly port: number; readonly connections: () => number }> {
    let connections = 0;
    const listening = async (host: string, port: number): Promise<number> => {
      const server = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      servers.push(server.listen(port, host));
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    };
    const port = await listening('127.0.0.1', 0);
    await listening('::1', port).catch(() => undefined);
    return { port, connections: () => connections };
  }

  const answers = (...addresses: string[]): Resolve => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return () => Promise.resolve(found);
  };

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['93.184.215.14', '127.0.0.1']],
    [['127.0.0.1', '2606:4700::1111']],
    [['2606:4700::1111', '::ffff:127.0.0.1']],
    [['64:ff9b::7f00:1']],
    [['169.254.169.254']],
    [['0.0.0.0']],
    [['fe80::1%1']],
  ])('that leads to %j is refused, without a connection and without telling where', async (addresses) => {
    const { port, connections } = await listenEverywhere();
    const attempt = await call(`http://inside.example:${port}/`, {
      guard: guardWith(''),
      resolve: answers(...addresses),
    });
    expect(attempt).toMatchObject({
      outcome: 'refused',
      status: null,
      error: expect.stringMatching(/WEBHOOK_ALLOWED_NETWORKS/),
    });
    expect(attempt.error).not.toContain(addresses.at(-1));
    const probe = connect(port, '127.0.0.1');
    await once(probe, 'close');
    expect(connections()).toBe(1);
  });

  it('that leads elsewhere the second time is called where it was judged', async () => {
    await using receiver = await startScriptedUpstream([{ json: {} }]);
    const asked: string[] = [];
    const rebinding: Resolve = (hostname) => {
      asked.push(hostname);
      return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.1' : '10.9.9.9', family: 4 }]);
    };
    const url = receiver.url.replace('127.0.0.1', 'rebinding.example');
    expect(await call(url, { resolve: rebinding })).toMatchObject({ outcome: 'delivered' });
    expect(await call(url, { resolve: rebinding })).toMatchObject({ outcome: 'refused' });
    expect(asked).toEqual(['rebinding.example', 'rebinding.example']);
    expect(receiver.requests[0]?.headers.host).toMatch(/^rebinding\.example:/);
  });

  it('localhost is this machine, whatever a resolver says', async () => {
    await using receiver = await startScriptedUpstream([{ json: {} }]);
    const url = receiver.url.replace('127.0.0.1', 'n8n.localhost');
    const resolve = answers('10.9.9.9');
    expect(await call(url, { resolve, guard: guardWith('127.0.0.0/8') })).toMatchObject({ outcome: 'delivered' });
  });
});

test('an address that may no longer be called is refused before anything is asked', async () => {
  const never: Resolve = () => Promise.reject(new Error('asked'));
  const attempt = await call('http://[::ffff:a9fe:a9fe]/', { guard: guardWith(''), resolve: never });
  expect(attempt).toMatchObject({
    outcome: 'refused',
    error: expect.stringMatching(/link-local.*WEBHOOK_ALLOWED_NETWORKS/),
  });
});
