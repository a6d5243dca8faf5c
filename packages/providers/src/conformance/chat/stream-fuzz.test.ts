import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctVendors } from '../distinct-vendors.ts';
import type { ChatChunk, HttpChat } from '../../spec/operations/chat.ts';
import { ProviderError } from '../../spec/error.ts';
import { chatCall } from './chat-call.ts';
import { hasOwnFixture, hasOwnWire, readFixture } from '../fixtures.ts';
import { scenarios } from './scenarios.ts';

const call = chatCall();

const lineEnds = ['\n', '\r\n', '\r'] as const;

interface Decoding {
  readonly name: string;
  readonly title: string;
  readonly chat: HttpChat;
}

/** One adapter of each wire that is read here stands for all of its wire. */
const adapters = distinctVendors.flatMap((adapter): Decoding[] => {
  if (adapter.transport === 'embedded' || !hasOwnWire(adapter.name)) return [];
  const { name, title, chat } = adapter;
  return chat === undefined || chat.wire === 'bridge' ? [] : [{ name, title, chat }];
});

/** What a decoder said, as data: two runs are equal when callers cannot tell them apart. */
interface Reading {
  chunks: ChatChunk[];
  error: string | undefined;
}

describe.each(adapters)('$title streams', (adapter) => {
  test('give the same chunks however the bytes are sliced and the lines end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios.filter(({ name }) => hasOwnFixture(adapter.name, name))),
        fc.constantFrom(...lineEnds),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        ({ name }, lineEnd, sizes) => {
          const { events } = readFixture(adapter.name, name);
          const bytes = encodeEvents(events, lineEnd);
          expect(read(adapter, slices(bytes, sizes))).toEqual(read(adapter, [encodeEvents(events, '\n')]));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('end in an error wherever they are cut before their end', () => {
    const { events } = readFixture(adapter.name, 'text');
    const bytes = encodeEvents(events, '\n');
    const finish = Buffer.from(bytes)
      .toString('latin1')
      .search(/"(?:finish_reason":"stop|stop_reason":"end_turn|done_reason":"stop)"/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: finish }), (cut) => {
        const { chunks, error } = read(adapter, [bytes.subarray(0, cut)]);
        // Before the first whole event nobody can tell a cut stream from something else.
        expect(error).toMatch(chunks.length > 0 ? /^connection 502$/ : /^(connection|malformed_answer) 502$/);
      }),
    );
  });

  test('of any garbage end in a provider error and in nothing else', () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(fc.json().map((json) => `data: ${json}\n\n`)).map(toBytes),
      fc.array(eventLike()).map((events) => encodeEvents(events, '\n')),
    );
    fc.assert(
      fc.property(garbage, fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        expect(read(adapter, slices(bytes, [size])).error ?? 'complete').toMatch(/^(\w+ \d{3}|complete)$/);
      }),
      { numRuns: 300 },
    );
  });

  test('that hold an endless event are given up before they fill the memory', () => {
    const decoder = adapter.chat.stream(call);
    const megabyte = toBytes(['data: '.padEnd(1024 * 1024, 'x')]);
    expect(() => {
      for (let pushed = 0; pushed < 64; pushed += 1) decoder.push(megabyte);
    }).toThrow(/longer than 16777216 bytes/);
  });
});

/** Objects with the members that decoders look at, and any value in them. */
function eventLike(): fc.Arbitrary<object> {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.array(
      fc.dictionary(
        fc.constantFrom('index', 'delta', 'id', 'function', 'tool_calls', 'content', 'finish_reason'),
        fc.jsonValue(),
      ),
    ),
  );
  const type = fc.constantFrom(
    'message_start',
    'content_block_start',
    'content_block_delta',
    'content_block_stop',
    'message_delta',
    'message_stop',
    'error',
    'ping',
  );
  return fc.record(
    {
      type,
      index: anything,
      message: anything,
      content_block: anything,
      delta: anything,
      usage: anything,
      choices: anything,
      error: anything,
      id: anything,
    },
    { requiredKeys: [] },
  );
}

function read(adapter: Decoding, pieces: Iterable<Uint8Array>): Reading {
  const reading: Reading = { chunks: [], error: undefined };
  const decoder = adapter.chat.stream(call);
  try {
    for (const piece of pieces) reading.chunks.push(...decoder.push(piece).map(withoutChance));
    reading.chunks.push(...decoder.end().map(withoutChance));
  } catch (error) {
    if (!ProviderError.isInstance(error)) throw error;
    reading.error = `${error.kind} ${error.status}`;
  }
  return reading;
}

/** The time of the call is not part of the stream, and neither is an id that was made for it. */
function withoutChance(chunk: ChatChunk): ChatChunk {
  const plain = JSON.stringify({ ...chunk, created: 0 }).replaceAll(MADE_HERE, '"made here"');
  return JSON.parse(plain) as ChatChunk;
}

/** Of an answer, and of a call of a tool. */
const MADE_HERE = /"(?:chatcmpl-[\da-f-]{36}|call_[\da-f]{32})"/g;

function encodeEvents(events: readonly object[], lineEnd: string): Uint8Array {
  const isOpenAi = events.some((event) => 'choices' in event);
  const frames = events.map((event) => `data: ${JSON.stringify(event)}${lineEnd}${lineEnd}`);
  return toBytes(isOpenAi ? [...frames, `data: [DONE]${lineEnd}${lineEnd}`] : frames);
}

function toBytes(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.join(''));
}

function* slices(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let start = 0;
  for (let turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}
