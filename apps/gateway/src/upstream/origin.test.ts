import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { ask, open, sayOk, startVendor } from '../testing/raw-vendor.ts';

test('one connection serves one request after the other, and as many as there are at once', async () => {
  const vendor = await startVendor();
  const origin = open(vendor.url);
  for (let count = 0; count < 3; count++) expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.sockets).toHaveLength(1);
  await Promise.all(Array.from({ length: 5 }, () => ask(origin).answer));
  expect(vendor.sockets).toHaveLength(5);
});

test('a request is written as HTTP wants it, with the caller’s Host, and nothing of the caller’s about the connection', async () => {
  const vendor = await startVendor();
  const headers = {
    authorization: 'Bearer k',
    host: 'elsewhere',
    connection: 'close',
    'content-length': '99',
    te: 'x',
  };
  await ask(open(vendor.url), { headers, body: '{"a":"é"}' }).answer;
  expect(vendor.received).toBe(
    'POST /v1/chat HTTP/1.1\r\nhost: elsewhere\r\nconnection: keep-alive\r\ncontent-length: 10\r\nauthorization: Bearer k\r\n\r\n{"a":"é"}',
  );
});

test.each([
  ['a line break', { 'x-a': 'b\r\nx-c: d' }],
  ['letters beyond ASCII', { authorization: 'Bearer ké' }],
  ['a name with a space', { 'x a': 'b' }],
  ['a line break in the host', { host: 'a\r\nx-c: d' }],
])('a header with %s is refused without its value, and nothing is sent', async (_, headers) => {
  const vendor = await startVendor();
  const { answer } = ask(open(vendor.url), { headers });
  await expect(answer).rejects.toMatchObject({
    code: 'INVALID_HEADER',
    message: expect.not.stringContaining('Bearer') as unknown,
  });
  expect(vendor.sockets).toHaveLength(0);
});

test.each([
  ['says that it closes', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'],
  ['sends more than its answer', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n'],
])('a connection whose vendor %s is not used again', async (_, answer) => {
  const vendor = await startVendor((socket) => socket.write(answer));
  const origin = open(vendor.url);
  for (let count = 0; count < 2; count++) expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.sockets).toHaveLength(2);
});

test('what comes while nobody asked for it ends the connection, and is no answer to the next request', async () => {
  const vendor = await startVendor();
  const origin = open(vendor.url);
  await ask(origin).answer;
  vendor.sockets[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\npoison');
  await once(vendor.sockets[0] as Socket, 'close');
  expect(await ask(origin).answer).toBe('200 ok');
});

test('a connection that its vendor closed is not used again', async () => {
  const vendor = await startVendor();
  const origin = open(vendor.url);
  await ask(origin).answer;
  vendor.sockets[0]?.end();
  await once(vendor.sockets[0] as Socket, 'close');
  expect(await ask(origin).answer).toBe('200 ok');
  expect(vendor.sockets).toHaveLength(2);
});

test('idle connections close after four seconds', async () => {
  const vendor = await startVendor();
  await ask(open(vendor.url)).answer;
  const since = performance.now();
  await once(vendor.sockets[0] as Socket, 'close');
  expect(performance.now() - since).toBeGreaterThan(3_500);
});

test('more requests than connections wait for their turn, and may be given up while they wait', async () => {
  const held: Socket[] = [];
  const vendor = await startVendor((socket) => held.push(socket));
  const origin = open(vendor.url, 2);
  const asked = [1, 2, 3, 4].map(() => ask(origin));
  await waitUntil(() => held.length === 2, { what: 'the first two' });
  asked[2]?.call.abort(new Error('given up'));
  await expect(asked[2]?.answer).rejects.toThrow('given up');
  for (const socket of held.splice(0)) sayOk(socket);
  await waitUntil(() => held.length === 1, { what: 'the last one' });
  sayOk(held[0] as Socket);
  expect(await Promise.all([asked[0]?.answer, asked[1]?.answer, asked[3]?.answer])).toEqual([
    '200 ok',
    '200 ok',
    '200 ok',
  ]);
  expect(vendor.sockets).toHaveLength(2);
});

test('a connection that breaks makes room for who waits', async () => {
  let requests = 0;
  const vendor = await startVendor((socket) => (requests++ === 0 ? socket.destroy() : sayOk(socket)));
  const origin = open(vendor.url, 1);
  const [first, second] = [ask(origin), ask(origin)];
  await expect(first.answer).rejects.toMatchObject({
    code: expect.stringMatching(/CONNECTION_CLOSED|ECONNRESET/) as unknown,
  });
  expect(await second.answer).toBe('200 ok');
});

test.each([
  ['for the head', '', () => {}],
  ['for the body', '200 half', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')],
])(
  'a request that is given up while it waits %s closes its connection, and tells why once',
  async (_, had, onRequest) => {
    const vendor = await startVendor(onRequest);
    const asked = ask(open(vendor.url));
    await waitUntil(() => vendor.received !== '' && asked.body === had, { what: 'the request' });
    asked.call.abort(new Error('enough'));
    asked.call.abort(new Error('again'));
    await expect(asked.answer).rejects.toThrow('enough');
    await waitUntil(() => vendor.sockets[0]?.destroyed === true || vendor.sockets[0]?.readableEnded === true, {
      what: 'the close',
    });
  },
);

test('a handler that throws at the end is told so, and nobody else', async () => {
  const vendor = await startVendor((socket, text) =>
    text.includes('cut') ? socket.end('HTTP/1.1 200 OK\r\n\r\nall') : sayOk(socket),
  );
  const origin = open(vendor.url);
  for (const body of ['"whole"', '"cut"']) {
    const told = await new Promise((resolve) => {
      const onEnd = (): never => {
        throw new Error('a defect of the handler');
      };
      const handler = { onHead() {}, onData() {}, onEnd, onError: resolve };
      origin.send({ method: 'POST', path: '/', headers: {}, body, idleSeconds: undefined }, handler);
    });
    expect(told).toMatchObject({ message: 'a defect of the handler' });
  }
  expect(await ask(origin).answer).toBe('200 ok');
});

test('an abort behind the answer does not touch the next request of the connection', async () => {
  const vendor = await startVendor((socket, text) => (text.includes('slow') ? undefined : sayOk(socket)));
  const origin = open(vendor.url);
  const first = ask(origin);
  await first.answer;
  const second = ask(origin, { body: '"slow"' });
  await waitUntil(() => vendor.received.includes('slow'), { what: 'the second request' });
  first.call.abort(new Error('late'));
  first.call.pause();
  sayOk(vendor.sockets[0] as Socket);
  expect(await second.answer).toBe('200 ok');
});

test('an answer that comes before the request is out is delivered, and the connection ends', async () => {
  const vendor = await startVendor((socket) => {
    socket.pause();
    socket.write('HTTP/1.1 413 Payload Too Large\r\ncontent-length: 8\r\n\r\ntoo much');
  });
  const origin = open(vendor.url);
  expect(await ask(origin, { body: 'x'.repeat(20_000_000) }).answer).toBe('413 too much');
  vendor.sockets[0]?.resume();
  await waitUntil(() => vendor.sockets[0]?.destroyed === true, { what: 'the close' });
});

test('an answer that is cut off is a failure', async () => {
  const vendor = await startVendor((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'));
  await expect(ask(open(vendor.url)).answer).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
});

test('an answer without a length ends with its connection', async () => {
  const vendor = await startVendor((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'));
  expect(await ask(open(vendor.url)).answer).toBe('200 all of it');
});

test('who is told to pause gets nothing more until it resumes, and is not taken for a silent vendor', async () => {
  const vendor = await startVendor((socket) =>
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 20000000\r\n\r\n${'x'.repeat(20_000_000)}`),
  );
  const asked = ask(open(vendor.url), { idleSeconds: 0.3 });
  await waitUntil(() => asked.body.length > 10, { what: 'the first bytes' });
  asked.call.pause();
  await pause(100);
  const before = asked.body.length;
  // The time is the point: a pause of twice what a vendor may be silent.
  await pause(600);
  expect(asked.body.length).toBe(before);
  expect(before).toBeLessThan(20_000_000);
  asked.call.resume();
  expect(await asked.answer).toHaveLength(20_000_004);
});

test('a vendor that is silent for too long is a failure, and one that is not is none', async () => {
  const vendor = await startVendor((socket, text) => {
    if (text.includes('silent')) return;
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n');
    for (let count = 1; count <= 5; count++) setTimeout(() => socket.write('x'), count * 500);
  });
  const origin = open(vendor.url);
  await expect(ask(origin, { body: '"silent"', idleSeconds: 0.3 }).answer).rejects.toMatchObject({
    code: 'IDLE_TIMEOUT',
  });
  // Longer in all than it may be silent, with room for a busy machine between two of them.
  expect(await ask(origin, { idleSeconds: 2 }).answer).toBe('200 xxxxx');
});

test('nobody there, and a name that nobody has, are the system’s own errors', async () => {
  await expect(ask(open(new URL('http://127.0.0.1:9'))).answer).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(ask(open(new URL('http://nobody.invalid'))).answer).rejects.toMatchObject({
    code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) as unknown,
  });
});

test('Node’s own HTTP server understands it, and is understood', async () => {
  const server = createHttpServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      response.write(`${request.method} `);
      response.end(body);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const origin = open(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  for (let count = 0; count < 3; count++)
    expect(await ask(origin, { body: `"ü${count}"` }).answer).toBe(`200 POST "ü${count}"`);
});
