import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import {
  createServer as createTlsServer,
  getCACertificates,
  setDefaultCACertificates,
  type TlsOptions,
} from 'node:tls';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { localhostCertificate, requireTool, waitUntil } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { ask, listen, open, sayOk, startVendor, type Vendor } from '../testing/raw-vendor.ts';

const PARALLEL = 16;

interface TlsVendor extends Vendor {
  /** Whether each connection took up an earlier session. */
  readonly resumed: boolean[];
}

async function startTlsVendor(
  options: TlsOptions & { trusted: boolean },
  onRequest: (socket: Socket, text: string) => void,
): Promise<TlsVendor> {
  const certificate = await localhostCertificate();
  const resumed: boolean[] = [];
  const server = createTlsServer({ ...certificate, ALPNProtocols: ['h2', 'http/1.1'], ...options }, (socket) => {
    resumed.push(socket.isSessionReused());
    expect([socket.servername, socket.alpnProtocol]).toEqual(['localhost', 'http/1.1']);
  });
  if (options.trusted) trust(certificate.cert);
  return Object.assign(await listen(server, onRequest, 'https'), { resumed });
}

function trust(certificate: string): void {
  const before = getCACertificates();
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
}

function sayOkAndClose(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok');
}

test('a certificate that nobody vouches for is refused before anything is said', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: false }, sayOk);
  await expect(ask(open(vendor.url)).answer).rejects.toMatchObject({
    code: expect.stringContaining('SELF_SIGNED') as unknown,
  });
  expect(vendor.received).toBe('');
});

test('a certificate for another name is refused', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: true }, sayOk);
  vendor.url.hostname = '127.0.0.1';
  await expect(ask(open(vendor.url)).answer).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test('one encrypted connection serves one request after the other', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: true }, sayOk);
  const origin = open(vendor.url);
  for (let count = 0; count < 3; count++) expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.sockets).toHaveLength(1);
});

test('an encrypted connection waits longer than a plain one for its next request', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: true }, sayOk);
  const origin = open(vendor.url);
  await ask(origin).answer;
  await setTimeout(5_000);
  expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.sockets).toHaveLength(1);
});

test(
  'an answer that is there before its request is told to be written leaves the connection',
  requireTool('openssl'),
  async () => {
    const certificate = await localhostCertificate();
    trust(certificate.cert);
    const vendor = new Worker(new URL('../testing/near-vendor.ts', import.meta.url), { workerData: certificate });
    onTestFinished(async () => void (await vendor.terminate()));
    const [port] = (await once(vendor, 'message')) as [number];
    const origin = open(new URL(`https://localhost:${port}`));
    const used = new Set<string>();
    const callers = Array.from({ length: PARALLEL }, async () => {
      for (let count = 0; count < 200; count += 1) used.add(await ask(origin).answer);
    });
    await Promise.all(callers);
    // One that serves, and one that waits for the end of its turn.
    expect(used.size).toBeLessThanOrEqual(2 * PARALLEL);
  },
);

test('an answer of many reads comes whole, also to who pauses', requireTool('openssl'), async () => {
  const size = 20_000_000;
  const vendor = await startTlsVendor({ trusted: true }, (socket) =>
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${size}\r\n\r\n${'x'.repeat(size)}`),
  );
  const bystander = open((await startTlsVendor({ trusted: true }, sayOk)).url);
  // In each of them every connection gets its turn.
  const roundTrips = async (): Promise<void> => {
    for (let count = 0; count < 20; count++) await ask(bystander).answer;
  };
  const asked = ask(open(vendor.url));
  await waitUntil(() => asked.body.length > 10, { what: 'the first bytes' });
  asked.call.pause();
  await roundTrips();
  const before = asked.body.length;
  await roundTrips();
  expect(asked.body.length).toBe(before);
  expect(before).toBeLessThan(size);
  asked.call.resume();
  expect(await asked.answer).toHaveLength(size + '200 '.length);
});

test('the session of a connection makes the next handshake short', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: true }, sayOkAndClose);
  const origin = open(vendor.url);
  for (let count = 0; count < 2; count++) expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.resumed).toEqual([false, true]);
});

test('a session is forgotten when a handshake fails', requireTool('openssl'), async () => {
  const vendor = await startTlsVendor({ trusted: true }, sayOkAndClose);
  const origin = open(vendor.url);
  await ask(origin).answer;
  expect(origin.tlsSession).toBeDefined();
  const refusing = createServer((socket) => socket.destroy());
  const port = origin.port;
  await once(refusing.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void refusing.close());
  Object.assign(origin, { port: (refusing.address() as { port: number }).port });
  await expect(ask(origin).answer).rejects.toBeInstanceOf(Error);
  await waitUntil(() => origin.tlsSession === undefined, { what: 'the session to be forgotten' });
  Object.assign(origin, { port });
  await ask(origin).answer;
  expect(vendor.resumed).toEqual([false, false]);
});

test('a request may be given up while hands are shaken', async () => {
  const vendor = await startVendor(() => {});
  const { call, answer } = ask(open(new URL(vendor.url.href.replace('http:', 'https:'))));
  await waitUntil(() => vendor.received !== '', { what: 'the start of the handshake' });
  call.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
  await waitUntil(() => vendor.sockets[0]?.destroyed === true, { what: 'the close' });
});

test('a connection that is not made within ten seconds is a failure', async () => {
  const vendor = await startVendor(() => {});
  const { answer } = ask(open(new URL(vendor.url.href.replace('http:', 'https:'))));
  await expect(answer).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' });
  await waitUntil(() => vendor.sockets[0]?.destroyed === true, { what: 'the close' });
}, 15_000);
