import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { closeServer, listenOnLoopback } from './loopback.ts';

describe('a fault proxy', () => {
  let target: Server;
  let proxy: FaultProxy;
  const ask = (): Promise<Response> => fetch(`http://127.0.0.1:${proxy.port}`, { signal: AbortSignal.timeout(300) });

  beforeEach(async () => {
    target = createServer((_request, response) => response.end('x'.repeat(1000)));
    const url = await listenOnLoopback(target);
    proxy = await startFaultProxy({ port: Number(new URL(url).port) });
  });
  afterEach(async () => {
    await proxy.close();
    await closeServer(target);
  });

  test('passes traffic on unchanged, also in small pieces', async () => {
    expect(await (await ask()).text()).toHaveLength(1000);
    proxy.setFault({ sliceBytes: 7 });
    expect(await (await ask()).text()).toHaveLength(1000);
  });

  test('delays answers', async () => {
    proxy.setFault({ latencyMs: 120 });
    const startedAt = performance.now();
    await (await ask()).text();
    expect(performance.now() - startedAt).toBeGreaterThan(115);
  });

  test('swallows traffic and heals', async () => {
    proxy.setFault({ silent: true });
    await expect(ask()).rejects.toThrow(/timeout/);
    proxy.setFault({});
    expect((await ask()).status).toBe(200);
  });

  test('passes nothing on behind a gap, for a connection that lost bytes is lost', async () => {
    const socket = connect(proxy.port, '127.0.0.1');
    const heard: string[] = [];
    socket.setEncoding('utf8').on('data', (text: string) => heard.push(text));
    proxy.setFault({ silent: true });
    socket.write('GET /lost HTTP/1.1\r\nhost: a\r\n\r\n');
    await setTimeout(50);
    proxy.setFault({});
    socket.write('GET /behind HTTP/1.1\r\nhost: a\r\n\r\n');
    await setTimeout(100);
    socket.destroy();
    expect(heard).toEqual([]);
  });

  test('does to some connections what it does not to others', async () => {
    proxy.setFault({ silent: true, only: 'user-agent: one' });
    const as = (name: string) =>
      fetch(`http://127.0.0.1:${proxy.port}`, { headers: { 'user-agent': name }, signal: AbortSignal.timeout(2_000) });
    expect((await as('other')).status).toBe(200);
    await expect(as('one')).rejects.toThrow(/timeout/);
  });

  test('is down and comes up again', async () => {
    proxy.down();
    await expect(ask()).rejects.toThrow(/fetch failed/);
    proxy.up();
    expect((await ask()).status).toBe(200);
  });
});
