import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUpstreams, type Upstreams } from './upstreams.ts';

let proxy: Server;
beforeEach(async () => {
  // To plain HTTP a proxy is asked for the whole address (RFC 9112, 3.2.2).
  proxy = createServer((request, response) => {
    request
      .resume()
      .on('end', () => !request.url?.endsWith('/slow') && response.end(`${request.method} ${request.url}`));
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  proxy.close();
  proxy.closeAllConnections();
});

const proxyUrl = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

async function ask(upstreams: Upstreams, path: string, abortAfterMs?: number): Promise<string> {
  const address = upstreams.addressOf(`http://vendor.test${path}`);
  return new Promise((resolve, reject) => {
    let text = '';
    const call = address.upstream.send(
      { method: 'POST', path: address.path, headers: {}, body: '{}', idleSeconds: undefined },
      { onHead() {}, onData: (bytes) => (text += bytes.toString()), onEnd: () => resolve(text), onError: reject },
    );
    if (abortAfterMs !== undefined) setTimeout(() => call.abort(new Error('given up')), abortAfterMs);
  });
}

test('a proxy leads to the vendor, over the answer and over an abort', async () => {
  const upstreams = await openUpstreams({ HTTP_PROXY: proxyUrl() });
  expect(await ask(upstreams, '/v1/chat?a=b')).toBe('POST http://vendor.test/v1/chat?a=b');
  await expect(ask(upstreams, '/slow', 100)).rejects.toThrow('given up');
  await upstreams.dispose();
});

test('what NO_PROXY names is reached without it', async () => {
  const upstreams = await openUpstreams({ http_proxy: proxyUrl(), NO_PROXY: 'vendor.test' });
  await expect(ask(upstreams, '/')).rejects.toMatchObject({
    code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) as unknown,
  });
  await upstreams.dispose();
});
