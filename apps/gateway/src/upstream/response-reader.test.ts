import type { IncomingHttpHeaders } from 'node:http';
import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResponseReader } from './response-reader.ts';

interface Read {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders | undefined;
  readonly body: string;
  readonly isDone: boolean;
  readonly isReusable: boolean;
}

/** Reads an answer sliced at these places; the vendor closes behind it. */
function read(text: string, cuts: readonly number[] = []): Read {
  const bytes = Buffer.from(text, 'latin1');
  let head: { status: number; headers: IncomingHttpHeaders } | undefined;
  const pieces: Buffer[] = [];
  const reader = new ResponseReader({
    onHead: (status, headers) => (head = { status, headers }),
    onData: (piece) => pieces.push(piece),
    onEnd() {},
    onError() {},
  });
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].toSorted(
    (a, b) => a - b,
  );
  for (const [index, from] of places.entries()) {
    // A reader may change the bytes that it is given.
    const slice = Buffer.from(bytes.subarray(from, places[index + 1] ?? from));
    if (slice.length > 0) reader.read(slice);
  }
  const isReusable = reader.reusableMs !== undefined && reader.isDone;
  reader.end();
  return {
    status: head?.status,
    headers: head?.headers,
    body: Buffer.concat(pieces).toString('latin1'),
    isDone: reader.isDone,
    isReusable,
  };
}

const OK = 'HTTP/1.1 200 OK\r\n';
const long = 'x'.repeat(5000);
const chunked = (...sizes: string[]): string => `${OK}Transfer-Encoding: chunked\r\n\r\n${sizes.join('')}`;

const answers: [string, string, string, boolean][] = [
  ['with a length', `${OK}Content-Length: 5\r\n\r\nhello`, 'hello', true],
  ['with the same length twice', `${OK}Content-Length: 5\r\ncontent-length: 5\r\n\r\nhello`, 'hello', true],
  ['with an empty body', `${OK}Content-Length: 0\r\n\r\n`, '', true],
  ['without a body', 'HTTP/1.1 204 No Content\r\n\r\n', '', true],
  ['without a reason', 'HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok', 'ok', true],
  ['in chunks', chunked('5\r\nhello\r\n', '1;a=b\r\n!\r\n', '0\r\n\r\n'), 'hello!', true],
  ['in large chunks', chunked(`1388\r\n${long}\r\n`, `1388\r\n${long}\r\n`, '0\r\n\r\n'), long + long, true],
  ['in chunks with trailers', chunked('2\r\nok\r\n', '0\r\n', 'Digest: a\r\nX: b\r\n\r\n'), 'ok', true],
  ['in chunks that hold line ends', chunked('6\r\na\r\n\r\nb\r\n', '0\r\n\r\n'), 'a\r\n\r\nb', true],
  [
    'behind hints',
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK}Content-Length: 2\r\n\r\nok`,
    'ok',
    true,
  ],
  ['until the connection closes', `${OK}Content-Type: text/plain\r\n\r\nall of it`, 'all of it', false],
  ['of HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok', 'ok', false],
  ['whose vendor closes', `${OK}Connection: Keep-Alive, Close\r\nContent-Length: 2\r\n\r\nok`, 'ok', false],
  ['whose vendor waits a second', `${OK}Keep-Alive: timeout=1\r\nContent-Length: 2\r\n\r\nok`, 'ok', false],
  [
    'in chunks with a length beside',
    `${OK}Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
    'ok',
    false,
  ],
  ['with bytes behind it', `${OK}Content-Length: 2\r\n\r\nok and more`, 'ok', false],
];

describe('an answer', () => {
  it.each(answers)('%s is read, and the connection kept where it may be', (_, text, body, isReusable) => {
    expect(read(text)).toMatchObject({ body, isDone: true, isReusable });
  });

  it.each(answers)('%s is the same however its bytes are sliced', (_, text, body) => {
    const whole = read(text);
    for (let cut = 1; cut < Math.min(text.length, 300); cut++) expect(read(text, [cut]).body).toBe(body);
    assert(
      property(array(integer({ min: 0, max: text.length }), { maxLength: 20 }), (cuts) => {
        const { isReusable: _kept, ...sliced } = read(text, cuts);
        expect(whole).toMatchObject(sliced);
      }),
      { numRuns: 50 },
    );
  });

  it('gives its headers in lower case, joined where a name stands twice, and no cookies', () => {
    const text = `${OK}Content-Length: 0\r\nX-A: one \r\nx-a:\ttwo\r\nSet-Cookie: s=1\r\nEmpty:\r\nLetters: \xe9\r\n\r\n`;
    expect(read(text).headers).toEqual({ 'content-length': '0', 'x-a': 'one, two', empty: '', letters: '\xe9' });
  });

  it('hands chunks that came together over as one piece', () => {
    const pieces: string[] = [];
    const handler = { onHead() {}, onData: (piece: Buffer) => pieces.push(piece.toString()), onEnd() {}, onError() {} };
    const reader = new ResponseReader(handler);
    reader.read(Buffer.from(chunked('1\r\na\r\n', '2\r\nbc\r\n', '1\r\nd')));
    reader.read(Buffer.from('\r\n1\r\ne\r\n0\r\n\r\n'));
    expect(pieces).toEqual(['abcd', 'e']);
  });
});

describe('what is no answer of HTTP/1.1, or could be read in two ways, is refused:', () => {
  it.each([
    ['a web page', '<html>'.padEnd(70_000, 'x')],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
    ['another protocol to switch to', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['a folded header', `${OK}A: b\r\n c\r\nContent-Length: 0\r\n\r\n`],
    ['a space before the colon', `${OK}Content-Length : 0\r\n\r\n`],
    ['a line feed alone', `${OK}A: b\nContent-Length: 0\r\n\r\n`],
    ['NUL in a header', `${OK}A: b\0\r\nContent-Length: 0\r\n\r\n`],
    ['two lengths', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a signed length', `${OK}Content-Length: +1\r\n\r\na`],
    ['a length of nothing', `${OK}Content-Length:\r\n\r\n`],
    ['another transfer coding', `${OK}Transfer-Encoding: gzip, chunked\r\n\r\n`],
    ['a size that is none', chunked('g\r\n')],
    ['a signed size', chunked('-1\r\n')],
    ['a size of nine digits', chunked('100000000\r\n')],
    ['a size without its line end', chunked('1\nx\r\n')],
    ['a chunk longer than its size', chunked('1\r\nxy\r\n')],
    ['an endless size line', chunked(`1;${'x'.repeat(10_000)}`)],
    ['endless trailers', chunked('0\r\n', 'A: b\r\n'.repeat(200))],
    ['an endless head', `${OK}A: ${'x'.repeat(70_000)}`],
    ['an end in the middle of the body', `${OK}Content-Length: 5\r\n\r\nhell`],
    ['an end in the middle of the head', `${OK}Content-Le`],
    ['an end between two chunks', chunked('1\r\na\r\n')],
    ['an end before the last line', chunked('1\r\na\r\n', '0\r\n')],
  ])('%s', (_, text) => {
    expect(() => read(text)).toThrow(/The answer cannot be read/);
    expect(() => read(text, [20, 40, 60])).toThrow(/The answer cannot be read/);
  });
});
