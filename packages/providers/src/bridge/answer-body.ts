import { streamAsWhole, beginsAsEvents } from '../other-form/stream-as-whole.ts';
import { wholeAsStream } from '../other-form/whole-as-stream.ts';
import { classifyError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { parseJson } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import { vendorErrorIn } from './provider-error.ts';

/** A proxy's page or a vendor's error is read no further than this, in bytes. */
const MOST_ERROR_BYTES = 1024 * 1024;

/** Far above any answer; a vendor that sends more is broken. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The longest line of a stream, in bytes: whole images come in one, but not beyond this. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;

/** By so many bytes an event stream is known: `event:` is its longest field but one. */
const LEAST_TO_TELL = 6;

const LINE_FEED = 0x0a;

/** The response with a whole answer in it: a stream that came in its place is put together. Throws where it has no end. */
export async function asWholeResponse(vendor: Vendor, response: Response): Promise<Response> {
  if (!response.ok) return withBody(response, await beginningOf(response));
  const body = await wholeOf(vendor, readerOf(response));
  return withBody(response, streamAsWhole(body) ?? body);
}

/**
 * The response with a stream of events in it: of a whole answer that came in its place, those that say the same. Throws
 * the `ProviderError` for what is neither.
 */
export async function asStreamResponse(vendor: Vendor, response: Response): Promise<Response> {
  if (!response.ok) return withBody(response, await beginningOf(response));
  const reader = readerOf(response);
  const first = await firstOf(reader);
  const isStream = response.headers.get('content-type')?.includes('stream') === true;
  if (beginsAsEvents(first) || (isStream && !/^\s*[[{]/.test(first.toString('latin1')))) {
    return withBody(response, withinLines(vendor, first, reader));
  }
  const body = await wholeOf(vendor, reader, first);
  const text = body.toString();
  const events = vendorErrorIn(vendor, parseJson(text)) ? undefined : wholeAsStream(text);
  if (events !== undefined) return withBody(response, events);
  throw classifyError(
    vendor,
    response.status,
    Object.fromEntries(response.headers),
    body.subarray(0, MOST_ERROR_BYTES),
  );
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

function readerOf({ body }: Response): Reader | undefined {
  return body?.getReader();
}

function withBody(
  { status, statusText, headers }: Response,
  body: Buffer | ReadableStream<Uint8Array> | string,
): Response {
  return new Response(Buffer.isBuffer(body) ? new Uint8Array(body) : body, { status, statusText, headers });
}

/** As many bytes as it takes to tell what they are; fewer where there are no more. */
async function firstOf(reader: Reader | undefined): Promise<Buffer> {
  let bytes: Buffer = Buffer.alloc(0);
  while (bytes.toString('latin1').trim().length < LEAST_TO_TELL && bytes.length < MOST_ERROR_BYTES) {
    const read = await reader?.read();
    if (!read || read.done) break;
    bytes = Buffer.concat([bytes, read.value]);
  }
  return bytes;
}

async function wholeOf(vendor: Vendor, reader: Reader | undefined, first: Buffer = Buffer.alloc(0)): Promise<Buffer> {
  const pieces: Uint8Array[] = [first];
  let size = first.length;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    pieces.push(read.value);
    size += read.value.length;
    if (size <= MOST_BYTES) continue;
    await reader?.cancel();
    throw malformedAnswer(vendor, '', `the answer has more than ${MOST_BYTES} bytes`);
  }
  return Buffer.concat(pieces, size);
}

async function beginningOf(response: Response): Promise<Buffer> {
  const reader = readerOf(response);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    pieces.push(read.value);
    size += read.value.length;
    if (size >= MOST_ERROR_BYTES) break;
  }
  await reader?.cancel();
  return Buffer.concat(pieces, size).subarray(0, MOST_ERROR_BYTES);
}

/** The same bytes, as long as a line of them has an end. */
function withinLines(vendor: Vendor, first: Buffer, reader: Reader | undefined): ReadableStream<Uint8Array> {
  let length = 0;
  let next: Uint8Array | undefined = first;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes: Uint8Array | undefined = next ?? (await reader?.read())?.value;
      next = undefined;
      if (!bytes) {
        controller.close();
        return;
      }
      const end = bytes.lastIndexOf(LINE_FEED);
      length = end === -1 ? length + bytes.length : bytes.length - end - 1;
      if (length > MOST_LINE_BYTES) {
        await reader?.cancel();
        controller.error(malformedAnswer(vendor, '', `a single event is longer than ${MOST_LINE_BYTES} bytes`));
      } else controller.enqueue(bytes);
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}
