import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventStreamReader, EventTooLargeError } from './event-stream.ts';

interface ReadEvent {
  type: string;
  data: string;
  lastEventId: string;
}

/** Reads pieces to their end. */
function read(pieces: Iterable<Uint8Array>): ReadEvent[] {
  const reader = new EventStreamReader();
  const events: ReadEvent[] = [];
  const readAll = () => {
    while (reader.next()) {
      const { type, data, lastEventId } = reader;
      events.push({ type, data, lastEventId: utf8(lastEventId) });
    }
  };
  for (const piece of pieces) {
    reader.push(piece);
    readAll();
  }
  reader.finish();
  readAll();
  return events;
}

/** The algorithm of the standard ("Interpreting an event stream"), on the whole text; the last event is closed. */
function readByTheBook(bytes: Uint8Array): ReadEvent[] {
  const lines = `${new TextDecoder().decode(bytes)}\n\n`.split(/\r\n|\n|\r/);
  const events: ReadEvent[] = [];
  let data = '';
  let type = '';
  let lastEventId = '';
  for (const line of lines) {
    if (line === '') {
      if (data !== '') events.push({ type: type || 'message', data: data.slice(0, -1), lastEventId });
      data = '';
      type = '';
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data += `${value}\n`;
    if (field === 'event') type = value;
    if (field === 'id' && !value.includes('\0')) lastEventId = value;
  }
  return events;
}

const value = fc.oneof(
  fc.constantFrom('', ' ', ' x', ': ', '[DONE]', '{"a":"ü€🎬"}'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, '')),
);

const field = fc.constantFrom('data', 'data', 'data', 'event', 'id', 'retry', 'Data', 'dat', 'data ', 'datax', '');

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.tuple(field, fc.constantFrom(':', ': ', ''), value).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: value },
);

/** Lines, each with its own sort of end, with and without a byte order mark; the last may be cut. */
const stream = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 24 }),
    fc.oneof(fc.constant(''), line),
  )
  .map(([mark, lines, rest]) => toBytes(mark + lines.map((parts) => parts.join('')).join('') + rest));

const anyBytes = fc.array(fc.constantFrom(...toBytes('data: x\r\n:\uFEFF🎬'), 0xff, 0x00), { maxLength: 80 });

describe('an event stream', () => {
  test('is read as the standard says, however its bytes are sliced', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          stream,
          anyBytes.map((bytes) => Uint8Array.from(bytes)),
        ),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (bytes, sizes) => {
          const expected = readByTheBook(bytes);
          expect(read([bytes])).toEqual(expected);
          expect(read(slices(bytes, sizes))).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is the same wherever it is cut in two, and byte by byte', () => {
    const bytes = toBytes(
      '\uFEFF: hello\r\n\r\nevent: é\r\ndata: ü€🎬\r\nid: 7\r\n\r\ndata:a\rdata: b\r\rretry: 10\n\ndata\n\ndata: c',
    );
    const expected = [
      { type: 'é', data: 'ü€🎬', lastEventId: '7' },
      { type: 'message', data: 'a\nb', lastEventId: '7' },
      { type: 'message', data: '', lastEventId: '7' },
      { type: 'message', data: 'c', lastEventId: '7' },
    ];
    expect(read(slices(bytes, [1]))).toEqual(expected);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toEqual(expected);
    }
  });

  test('gives out an event as soon as its blank line is there', () => {
    const reader = new EventStreamReader();
    reader.push(toBytes('data: a\r\n\r'));
    expect([reader.next(), reader.data]).toEqual([true, 'a']);
    expect(reader.next()).toBe(false);
    reader.push(toBytes('\ndata: b\n\n'));
    expect([reader.next(), reader.data, reader.next()]).toEqual([true, 'b', false]);
  });

  test('keeps events that nobody has asked for yet', () => {
    const reader = new EventStreamReader();
    reader.push(toBytes('data: a\n\ndata: b\n\nda'));
    reader.push(toBytes('ta: c\n\n'));
    const events = [reader.next(), reader.data, reader.next(), reader.data, reader.next(), reader.data];
    expect(events).toEqual([true, 'a', true, 'b', true, 'c']);
  });

  test('says where an event and its data stand in the bytes that came, so that they can be passed on unchanged', () => {
    const events = ['event: delta\ndata: {"text":"ü"}\nid: 1\n\n', 'data: [DONE]\r\n\r\n', 'data: a\ndata: b\n\n'];
    const bytes = toBytes(`: ping\n\n${events.join(': ping\n\n')}`);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const reader = new EventStreamReader();
        const seen: string[] = [];
        const data: string[] = [];
        for (const piece of slices(bytes, sizes)) {
          reader.push(piece);
          while (reader.next()) {
            // The second half of a line end that came apart from the first is no part of the event that it closes.
            seen.push(Buffer.from(reader.text.slice(reader.start, reader.end), 'latin1').toString());
            data.push(Buffer.from(reader.dataText.slice(reader.dataStart, reader.dataEnd), 'latin1').toString());
          }
        }
        expect(seen.map((text) => text.trimEnd())).toEqual(events.map((text) => text.trimEnd()));
        expect(data).toEqual(['{"text":"ü"}', '[DONE]', 'a\nb']);
      }),
    );
  });

  test('tells what came where it is none', () => {
    const reader = new EventStreamReader();
    reader.push(toBytes('{\n  "error": "no'));
    reader.push(toBytes('t today"\n}'));
    reader.finish();
    expect(reader.next()).toBe(false);
    expect(JSON.parse(reader.stray)).toEqual({ error: 'not today' });
  });

  test('says how long to wait before the next connection, in digits alone', () => {
    const reader = new EventStreamReader();
    reader.push(toBytes('retry: 1500\nretry: 2s\nretry: -1\n\n'));
    expect(reader.next()).toBe(false);
    expect(reader.retryMilliseconds).toBe(1500);
  });

  test('is given up where one event would fill the memory, and reads no byte of it twice', () => {
    const reader = new EventStreamReader();
    const piece = new Uint8Array(1024).fill(0x78);
    reader.push(toBytes('data: '));
    const startedAt = performance.now();
    expect(() => {
      for (let pushed = 0; pushed <= 16 * 1024; pushed++) {
        reader.push(piece);
        reader.next();
      }
    }).toThrow(EventTooLargeError);
    // 16 MB in pieces of 1 kB: 128 GB to look at where the event under way is searched again with each.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

function* slices(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let start = 0;
  for (let turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
