import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { ConnectionReply } from './connection-reply.ts';
import { FastPath } from './fast-path.ts';

interface Asked {
  readonly body: string;
  readonly reply: ConnectionReply;
}

interface Started {
  readonly server: Server;
  /** What came by the fast path. */
  readonly fast: Asked[];
  /** The bodies that came through Node, which answers them with `node:` before them. */
  readonly slow: string[];
  readonly dial: () => Promise<Client>;
}

interface Client {
  readonly socket: Socket;
  /** All that was answered so far. */
  readonly answers: string;
  send(...pieces: string[]): Promise<void>;
  until(text: string): Promise<void>;
}

async function start(serve: (asked: Asked) => void = echo): Promise<Started> {
  const fast: Asked[] = [];
  const slow: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      slow.push(body);
      response.end(`node:${body}`);
    });
  });
  new FastPath(server, new Map([['/v1/chat/completions', 'chat']]), (request, reply) => {
    const asked = { body: request.readBody().toString(), reply };
    fast.push(asked);
    serve(asked);
  }).takeConnections();
  const taken: Socket[] = [];
  server.on('connection', (socket) => taken.push(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, fast, slow, dial: () => connectTo((server.address() as AddressInfo).port, taken) };
}

/** @param taken the server's ends of all connections */
async function connectTo(port: number, taken: readonly Socket[]): Promise<Client> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  let answers = '';
  let sent = 0;
  /** Whether all that was sent has been read, or nobody will read it. */
  const isRead = (): boolean => {
    const other = taken.find(({ remotePort }) => remotePort === socket.localPort);
    return other === undefined ? socket.destroyed : other.bytesRead >= sent || other.destroyed;
  };
  socket.setEncoding('utf8').on('data', (text: string) => (answers += text));
  socket.on('error', () => {});
  return {
    socket,
    get answers() {
      return answers;
    },
    async send(...pieces) {
      for (const piece of pieces) {
        sent += Buffer.byteLength(piece);
        socket.write(piece);
        // Each comes by itself, however busy the machine is.
        await waitUntil(isRead, { what: 'a piece at the server' });
      }
    },
    until: (text) => waitUntil(() => answers.includes(text), { what: `"${text}" in an answer` }),
  };
}

function echo({ body, reply }: Asked): void {
  reply.send(200, 'x-a: b\r\n', `fast:${body}`, 'utf8');
}

const head = (body: string, line = 'POST /v1/chat/completions'): string =>
  `${line} HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
const chat = (body: string): string => head(body) + body;

test('a connection serves one request after the other, each answer with its length, a date and how long it stays', async () => {
  const { fast, dial } = await start();
  const client = await dial();
  await client.send(chat('one'));
  await client.until('fast:one');
  await client.send(chat('zwei ü'));
  await client.until('fast:zwei ü');
  expect(fast).toHaveLength(2);
  expect(client.answers).toMatch(
    /^HTTP\/1\.1 200 OK\r\nx-a: b\r\ndate: \w{3}, .* GMT\r\nconnection: keep-alive\r\nkeep-alive: timeout=\d+\r\ncontent-length: 8\r\n\r\nfast:oneHTTP/,
  );
  expect(client.answers).toContain('content-length: 12\r\n\r\nfast:zwei ü');
});

test('a request may come as its head and its body', async () => {
  const { fast, dial } = await start();
  const client = await dial();
  await client.send(head('later'), 'later');
  await client.until('fast:later');
  expect(fast).toHaveLength(1);
});

test('a body may come in any number of pieces, with the next request behind the last', async () => {
  const { fast, dial } = await start();
  const client = await dial();
  const long = 'x'.repeat(3_000);
  const pieces = Array.from({ length: 30 }, (_, index) => long.slice(index * 100, (index + 1) * 100));
  await client.send(head(long) + pieces[0], ...pieces.slice(1, -1), `${pieces.at(-1)}${head('next')}`, 'next');
  await client.until('fast:next');
  expect(fast.map(({ body }) => body)).toEqual([long, 'next']);
});

test('a head may come in a few pieces, as long ones do', async () => {
  const { fast, dial } = await start();
  const client = await dial();
  const text = head('in pieces').replace('Host: x', `Host: x\r\nAuthorization: Bearer ${'x'.repeat(6_000)}`);
  const pieces = Array.from({ length: 5 }, (_, index) => text.slice(index * 1_448, (index + 1) * 1_448));
  await client.send(...pieces, 'in pieces', chat('next'));
  await client.until('fast:next');
  expect(fast.map(({ body }) => body)).toEqual(['in pieces', 'next']);
});

test('a head in many pieces is Node’s, whole', async () => {
  const { slow, dial } = await start();
  const client = await dial();
  const text = head('in pieces');
  await client.send(...text.slice(0, 20).split(''), text.slice(20), 'in pieces');
  await client.until('node:in pieces');
  expect(slow).toEqual(['in pieces']);
});

test('a body that is too long to be gathered before anybody is known is Node’s', async () => {
  const { fast, slow, dial } = await start();
  const client = await dial();
  const long = 'x'.repeat(600_000);
  await client.send(head(long) + long.slice(0, 10), long.slice(10));
  await waitUntil(() => slow.length === 1, { what: 'the whole body' });
  expect([slow[0]?.length, fast.length]).toEqual([600_000, 0]);
});

test('with another kind of request the connection is Node’s for good, and nothing is lost', async () => {
  const { fast, slow, dial } = await start();
  const client = await dial();
  await client.send(chat('one'));
  await client.send(`${head('two', 'POST /elsewhere')}two${chat('three')}`);
  await client.until('node:three');
  await client.send(chat('four'));
  await client.until('node:four');
  expect(fast.map(({ body }) => body)).toEqual(['one']);
  expect(slow).toEqual(['two', 'three', 'four']);
});

test('a body that is late is Node’s to wait for', async () => {
  const { server, slow, dial } = await start();
  server.headersTimeout = 60_000;
  const client = await dial();
  const handedOver = once(server, 'request');
  await client.send(head('patience'));
  await handedOver;
  await client.send('patience');
  await client.until('node:patience');
  expect(slow).toEqual(['patience']);
});

test('requests that come at once are answered in their order, one at a time', async () => {
  const replies: Asked[] = [];
  const { dial } = await start((asked) => replies.push(asked));
  const client = await dial();
  await client.send(chat('one') + chat('two') + chat('three').slice(0, -2), 'ee');
  expect(replies.map(({ body }) => body)).toEqual(['one']);
  for (const body of ['one', 'two', 'three']) {
    await waitUntil(() => replies.at(-1)?.body === body, { what: body });
    replies.at(-1)?.reply.send(200, '', `answer ${body};`, 'latin1');
  }
  await client.until('answer three;');
  expect(client.answers.match(/answer \w+;/g)).toEqual(['answer one;', 'answer two;', 'answer three;']);
});

/** In each of them the server turns to every connection that has something for it. */
async function roundTrips(client: Client): Promise<void> {
  for (let count = 1; count <= 20; count++) {
    client.socket.write(chat(`turn ${count}`));
    await client.until(`end of turn ${count};`);
  }
}

test('who asks on and reads nothing is not answered on', async () => {
  const { fast, dial } = await start(({ body, reply }) =>
    reply.send(200, '', body === 'more' ? 'x'.repeat(1_000_000) : `end of ${body};`, 'latin1'),
  );
  const isMore = ({ body }: Asked): boolean => body === 'more';
  const client = await dial();
  client.socket.pause();
  for (let count = 0; count < 500; count++) client.socket.write(chat('more'));
  await roundTrips(await dial());
  expect(fast.filter(isMore).length).toBeLessThan(20);
  client.socket.resume();
  await waitUntil(() => fast.filter(isMore).length === 500, { what: 'all requests' });
});

test('a stream goes out in chunks, and says when it is too fast for its client', async () => {
  const { fast, dial } = await start(() => {});
  const client = await dial();
  await client.send(chat('stream'));
  const reply = fast[0]?.reply;
  reply?.begin(200, '');
  expect([reply?.isBegun, reply?.isOver]).toEqual([true, false]);
  reply?.write('één', 'utf8');
  reply?.write('\xe9', 'latin1');
  client.socket.pause();
  let drained = 0;
  reply?.onDrain(() => drained++);
  let written = 0;
  while (written < 1000 && reply?.write('x'.repeat(100_000), 'latin1')) written++;
  expect(written).toBeLessThan(1000);
  client.socket.resume();
  await waitUntil(() => drained > 0, { what: 'the drain' });
  reply?.end('end');
  await client.until('3\r\nend\r\n0\r\n\r\n');
  expect(client.answers).toContain('transfer-encoding: chunked\r\n\r\n5\r\néén\r\n1\r\n');
  expect(reply?.isOver).toBe(true);
});

test.each([
  ['closes', (socket: Socket) => socket.destroy()],
  ['sends its end', (socket: Socket) => socket.end()],
])('a client that %s before its answer has left, and what is said to it goes nowhere', async (_, leave) => {
  const { fast, dial } = await start(() => {});
  const client = await dial();
  await client.send(chat('bye'));
  let lost = 0;
  fast[0]?.reply.onLost(() => lost++);
  leave(client.socket);
  await waitUntil(() => lost === 1, { what: 'the loss' });
  fast[0]?.reply.send(200, '', 'too late', 'latin1');
  expect([fast[0]?.reply.isOver, client.answers]).toEqual([true, '']);
});

test('a reply that is over writes nothing into the next one', async () => {
  const { fast, dial } = await start(() => {});
  const client = await dial();
  await client.send(chat('one') + chat('two'));
  const first = fast[0]?.reply;
  first?.send(200, '', 'first', 'latin1');
  await waitUntil(() => fast.length === 2, { what: 'the second request' });
  first?.send(500, '', 'again', 'latin1');
  first?.write('again', 'latin1');
  first?.end('again');
  fast[1]?.reply.send(200, '', 'second', 'latin1');
  await client.until('second');
  expect(client.answers).not.toContain('again');
});

test('the last answer says so and is whole before its connection ends', async () => {
  const { dial } = await start(({ reply }) => {
    reply.closeAfter();
    reply.send(413, '', 'x'.repeat(2_000_000), 'latin1');
  });
  const client = await dial();
  const closed = once(client.socket, 'close');
  await client.send(chat('one'));
  await closed;
  expect(client.answers).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\ndate: .*\r\nconnection: close\r\n/);
  expect(client.answers.length).toBeGreaterThan(2_000_000);
});

test('a connection that nobody uses is closed when its time is over, and not before', async () => {
  const { server, dial } = await start();
  server.keepAliveTimeout = 1_500;
  const client = await dial();
  await client.send(chat('one'));
  await pause(1_000);
  await client.send(chat('two'));
  await client.until('fast:two');
  const since = performance.now();
  await once(client.socket, 'close');
  expect(performance.now() - since).toBeGreaterThan(1_200);
});

test('a server that closes ends idle connections and lets answers end', async () => {
  const { server, fast, dial } = await start(() => {});
  const [idle, busy] = [await dial(), await dial()];
  await idle.send(chat('one'));
  fast[0]?.reply.send(200, '', 'done', 'latin1');
  await busy.send(chat('two'));
  const closed = once(idle.socket, 'close');
  server.close();
  await closed;
  fast[1]?.reply.send(200, '', 'answered all the same', 'latin1');
  await busy.until('answered all the same');
  const ended = once(busy.socket, 'close');
  server.closeIdleConnections();
  await expect(ended).resolves.toBeDefined();
});
