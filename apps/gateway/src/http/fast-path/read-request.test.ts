import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { assert, asyncProperty, constantFrom, nat, property, record, string, array, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownHead } from './known-head.ts';
import { postLine, readRequest, type Reading } from './read-request.ts';

const lines = new Map(['/v1/chat/completions', '/chat/completions'].map((path) => [postLine(path), path]));
const LINE = 'POST /v1/chat/completions HTTP/1.1\r\n';
const plain = (fields = '', body = '{"a":1}', line = LINE): string =>
  `${line}Host: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${fields}\r\n${body}`;

function read(text: string, known?: KnownHead<string>): Reading<string> {
  return readRequest(Buffer.from(text, 'latin1'), lines, known);
}

/** All that a reading says. */
function told(reading: Reading<string>): unknown {
  if (typeof reading === 'string' || !('readBody' in reading)) return reading;
  return { ...reading, readBody: undefined, body: reading.readBody().toString('latin1') };
}

describe('a request that is written the usual way', () => {
  it.each([
    ['under /v1', plain()],
    ['without /v1', plain('', '{"a":1}', 'POST /chat/completions HTTP/1.1\r\n')],
    ['that asks to keep the connection', plain('Connection: Keep-Alive\r\n')],
    ['with another behind it', `${plain()}GET / HTTP/1.1\r\n`],
  ])('is read: %s', (_, text) => {
    const request = read(text);
    expect(request).toMatchObject({ headers: { host: 'x', 'content-length': '7' } });
    expect(typeof request === 'object' && 'readBody' in request && request.readBody().toString()).toBe('{"a":1}');
  });

  it('gives its fields in lower case, without the space around them', () => {
    expect(read(plain('AUTHORIZATION:\t Bearer a b \t\r\nEmpty:\r\n'))).toMatchObject({
      headers: { authorization: 'Bearer a b', empty: '' },
    });
  });

  it('is incomplete wherever it is cut behind its first line', () => {
    const text = plain('Authorization: Bearer k\r\n');
    const body = text.indexOf('\r\n\r\n') + 4;
    for (let at = LINE.length; at < body; at++) expect(read(text.slice(0, at))).toBe('incomplete');
    for (let at = body; at < text.length; at++) expect(read(text.slice(0, at))).toEqual({ end: text.length });
  });
});

describe('a head that is like the last one of its connection', () => {
  const fields = 'Authorization: Bearer k\r\nAccept: */*\r\n';

  it('is recognised with whatever length, and its headers are its own', () => {
    const known = new KnownHead<string>();
    const first = read(plain(fields), known);
    const bytes = Buffer.from(plain(fields, '{"a":"longer"}'), 'latin1');
    expect(known.recognise(bytes)).toMatchObject({ headers: { 'content-length': '14' }, length: 14 });
    expect(first).toMatchObject({ headers: { 'content-length': '7', authorization: 'Bearer k' } });
  });

  it('is no longer learned where the heads of a connection differ each time', () => {
    const known = new KnownHead<string>();
    const ofCaller = (caller: number) => plain(`Authorization: Bearer ${caller}\r\n`);
    for (const caller of [0, 1, 2, 3, 4, 5]) read(ofCaller(caller), known);
    expect(known.recognise(Buffer.from(ofCaller(5)))).toBeUndefined();
    expect(told(read(ofCaller(9), known))).toEqual(told(read(ofCaller(9))));
  });

  it('is read as if it were the first, whatever byte is another one', () => {
    const text = plain(fields);
    const edited = record({ at: nat(text.length), removed: nat(3), added: string({ maxLength: 3, unit }) }).map(
      ({ at, removed, added }) => text.slice(0, at) + added + text.slice(at + removed),
    );
    const other = constantFrom(
      plain(fields, ''),
      plain(fields, 'x'.repeat(12_345)),
      plain(fields).replace('h: 7', 'h: 0000007'),
      plain(fields).replace('h: 7', 'h: 00000007'),
      plain(fields).replace('h: 7', 'h: \t7\t '),
      plain(fields).replace('h: 7', 'h: 7\r\nContent-Length: 7'),
    );
    assert(
      property(tuple(edited, other), (texts) => {
        for (const next of texts) {
          const known = new KnownHead<string>();
          read(text, known);
          expect(told(read(next, known))).toEqual(told(read(next)));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const unit = constantFrom('0', '7', 'a', 'Z', ':', ' ', '\t', '\r', '\n', '\0', '\xe9', '-');

describe('what could be read in two ways is left to Node:', () => {
  it.each([
    ['another route', plain('', '', 'POST /v1/embeddings HTTP/1.1\r\n')],
    ['another method', plain('', '', 'GET /v1/chat/completions HTTP/1.1\r\n')],
    ['a query', plain('', '', 'POST /v1/chat/completions?a HTTP/1.1\r\n')],
    ['HTTP/1.0', plain('', '', 'POST /v1/chat/completions HTTP/1.0\r\n')],
    ['two spaces', plain('', '', 'POST  /v1/chat/completions HTTP/1.1\r\n')],
    ['the first bytes of a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00'],
    ['half a first line', 'POST /v1/ch'],
    ['no Host', `${LINE}Content-Length: 0\r\n\r\n`],
    ['two Hosts', plain('Host: y\r\n')],
    ['no length', `${LINE}Host: x\r\n\r\n`],
    ['two lengths', plain('Content-Length: 7\r\n')],
    ['a signed length', `${LINE}Host: x\r\nContent-Length: +0\r\n\r\n`],
    ['a length in hexadecimal', `${LINE}Host: x\r\nContent-Length: 0x0\r\n\r\n`],
    ['a list of lengths', `${LINE}Host: x\r\nContent-Length: 0, 0\r\n\r\n`],
    ['an empty length', `${LINE}Host: x\r\nContent-Length:\r\n\r\n`],
    ['a length that no body here has', `${LINE}Host: x\r\nContent-Length: 99999999\r\n\r\n`],
    ['a transfer coding', plain('Transfer-Encoding: chunked\r\n')],
    ['an expectation', plain('Expect: 100-continue\r\n')],
    ['an upgrade', plain('Upgrade: h2c\r\n')],
    ['trailers', plain('Trailer: x\r\n')],
    ['the wish to close', plain('Connection: close\r\n')],
    ['fields that are named to be dropped', plain('Connection: keep-alive, authorization\r\n')],
    ['a field twice', plain('Authorization: Bearer a\r\nauthorization: Bearer b\r\n')],
    ['a folded line', plain('X: a\r\n b\r\n')],
    ['a space before the colon', plain('X : a\r\n')],
    ['no colon', plain('X\r\n')],
    ['no name', plain(': a\r\n')],
    ['a line feed alone', plain('X: a\nY: b\r\n')],
    ['a carriage return alone', plain('X: a\rb\r\n')],
    ['NUL', plain('X: a\0\r\n')],
    ['letters beyond ASCII', plain('X: \xe9\r\n')],
    ['a prototype', plain('__proto__: a\r\n')],
    ['a name that every object has', plain('Constructor: a\r\n')],
    ['20 KB of fields', plain(`X: ${'x'.repeat(20_000)}\r\n`)],
    ['20 KB of fields without an end', `${LINE}X: ${'x'.repeat(20_000)}`],
  ])('%s', (_, text) => {
    expect(read(text)).toBe('other');
  });
});

describe('what is read', () => {
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (text: string) => (body += text));
      request.on('end', () => {
        seen.push({ headers: request.headers, body });
        response.end();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());

  async function asNodeReads(text: string): Promise<(typeof seen)[number] | undefined> {
    seen.length = 0;
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(text, 'latin1');
    await once(socket, 'data');
    socket.destroy();
    return seen[0];
  }

  it('is the same that Node reads', async () => {
    const name = string({
      unit: constantFrom('a', 'Z', '-', '_', '9', '!', 'x', ':', ' ', '\t'),
      minLength: 1,
      maxLength: 4,
    });
    const value = string({
      unit: constantFrom('a', 'Z', '9', ' ', '\t', ',', ':', '"', '\\', '\x7f', '\xe9', '\r', '\n', '\0'),
      maxLength: 6,
    });
    const field = tuple(name, value).map(([key, text]) => `${key}:${text}\r\n`);
    const known = constantFrom('Authorization: Bearer k\r\n', 'Content-Length: 7\r\n', 'Accept: */*\r\n', '\r\n');
    let count = 0;
    await assert(
      asyncProperty(
        record({ odd: array(field, { maxLength: 2 }), usual: array(known, { maxLength: 2 }) }),
        async (fields) => {
          const text = plain([...fields.odd, ...fields.usual].join(''));
          const ours = read(text);
          if (typeof ours === 'string' || !('readBody' in ours)) return;
          count++;
          const { headers } = ours;
          expect({ headers, body: ours.readBody().toString('latin1') }).toEqual(await asNodeReads(text));
        },
      ),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(50);
  });
});
