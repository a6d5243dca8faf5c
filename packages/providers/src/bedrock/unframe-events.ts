import type * as EventStreams from '@smithy/core/event-streams';
import { asString, isJsonObject, parseJson } from '../kit/json.ts';

/** Total length, length of the headers, checksum of both: then the rest of a frame (AWS, "Event stream encoding"). */
const PRELUDE_BYTES = 12;
/** Whole images come in one event, but nothing beyond this. */
const MOST_FRAME_BYTES = 16 * 1024 * 1024;

/** AWS's exceptions in Anthropic's words (Bedrock's API reference, "ResponseStream", 2026-11). */
const errorTypes: Readonly<Record<string, string>> = {
  throttlingException: 'rate_limit_error',
  serviceUnavailableException: 'overloaded_error',
  validationException: 'invalid_request_error',
  modelTimeoutException: 'timeout_error',
};

let frames: typeof EventStreams | undefined;

/** Loads AWS's codec: 14 MB that only those need who call Bedrock. Has to have ended before a stream comes. */
export async function loadFrames(): Promise<void> {
  frames ??= await import('@smithy/core/event-streams');
}

/**
 * Makes server-sent events of the frames in which AWS sends a stream: each holds one event, of Anthropic's packed. One
 * function a stream, fed with bytes however they are sliced. It throws nothing: what is broken becomes an error event.
 */
export function unframeEvents(): (bytes: Uint8Array) => Uint8Array {
  if (!frames) throw new Error('loadFrames has not ended');
  const codec = new frames.EventStreamCodec(toUtf8, fromUtf8);
  let rest: Buffer = Buffer.alloc(0);
  let isBroken = false;
  return (bytes) => {
    if (isBroken) return Buffer.alloc(0);
    rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    let out = '';
    try {
      for (let length = frameLength(rest); length !== undefined; length = frameLength(rest)) {
        out += eventOf(codec.decode(rest.subarray(0, length)));
        rest = rest.subarray(length);
      }
    } catch (error) {
      isBroken = true;
      out += errorEvent('api_error', error instanceof Error ? error.message : 'a frame of the stream is broken');
    }
    return Buffer.from(out);
  };
}

/** Of the frame at the beginning, where all of it is there. */
function frameLength(bytes: Buffer): number | undefined {
  if (bytes.length < PRELUDE_BYTES) return undefined;
  const length = bytes.readUInt32BE(0);
  if (length < PRELUDE_BYTES || length > MOST_FRAME_BYTES) throw new Error('the answer is no event stream of AWS');
  return length <= bytes.length ? length : undefined;
}

/** A frame as AWS's package decodes it. */
type Frame = ReturnType<EventStreams.EventStreamCodec['decode']>;

function eventOf({ headers, body }: Frame): string {
  const said = parseJson(toUtf8(body));
  const exception = headers[':exception-type']?.value ?? headers[':error-code']?.value;
  if (exception !== undefined) {
    const message = isJsonObject(said) ? asString(said.message) : undefined;
    return errorEvent(errorTypes[String(exception)] ?? 'api_error', message ?? String(exception));
  }
  const packed = isJsonObject(said) ? asString(said.bytes) : undefined;
  // Converse has its events as they are, each named by a header.
  if (packed === undefined) return `data: ${JSON.stringify({ [String(headers[':event-type']?.value)]: said })}\n\n`;
  const data = Buffer.from(packed, 'base64').toString();
  const event = parseJson(data);
  const type = isJsonObject(event) ? asString(event.type) : undefined;
  return `${type === undefined ? '' : `event: ${type}\n`}data: ${data.replaceAll('\n', ' ')}\n\n`;
}

function errorEvent(type: string, message: string): string {
  return `event: error\ndata: ${JSON.stringify({ type: 'error', error: { type, message } })}\n\n`;
}

function toUtf8(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
}

function fromUtf8(text: string): Uint8Array {
  return Buffer.from(text);
}
