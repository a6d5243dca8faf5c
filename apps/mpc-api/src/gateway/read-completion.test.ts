import { Readable } from 'node:stream';
import { array, assert, asyncProperty, nat, string } from 'fast-check';
import { expect, it } from 'vitest';
import { openAiChunks } from '@showrunner/testkit';
import { readStreamedCompletion } from './read-completion.ts';

type Response = Parameters<typeof readStreamedCompletion>[0];

/** A stream whose bytes come cut at these places. */
function streamCut(events: string, cuts: readonly number[]): Response {
  const bytes = Buffer.from(events);
  const places = [0, ...cuts.map((cut) => cut % bytes.length), bytes.length].toSorted((one, other) => one - other);
  const pieces = places.slice(0, -1).map((from, index) => bytes.subarray(from, places[index + 1]));
  return { headers: {}, body: Readable.from(pieces) } as unknown as Response;
}

it('gives the same text wherever the network cuts the stream', async () => {
  await assert(
    asyncProperty(
      string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      array(nat(), { maxLength: 8 }),
      nat(3),
      async (text, cuts, lineEnds) => {
        const chunks = openAiChunks(text, { charactersPerChunk: 3 }).map((chunk) => `data: ${JSON.stringify(chunk)}`);
        const end = ['\n\n', '\r\n\r\n', '\n: heartbeat\n\n', '\n\n\n'][lineEnds] ?? '';
        let told = '';
        const stream = streamCut([...chunks, 'data: [DONE]', ''].join(end), cuts);
        const completion = await readStreamedCompletion(
          stream,
          (piece) => (told += piece),
          AbortSignal.timeout(60_000),
        );
        expect([completion.text, told, completion.finishReason]).toEqual([text, text, 'stop']);
      },
    ),
    { numRuns: 500 },
  );
});

it('tells what came together as one', async () => {
  const events = openAiChunks('Salt of the earth').map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
  const told: string[] = [];
  await readStreamedCompletion(
    streamCut(events.join(''), []),
    (piece) => told.push(piece),
    AbortSignal.timeout(60_000),
  );
  expect(told).toEqual(['Salt of the earth']);
});
