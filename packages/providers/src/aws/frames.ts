import type * as EventStreams from '@smithy/core/event-streams';

/** Total length, length of the headers, checksum of both: then the rest of a frame (AWS, "Event stream encoding"). */
const PRELUDE_BYTES = 12;
/** Whole images come in one event, but nothing beyond this. */
const MOST_FRAME_BYTES = 16 * 1024 * 1024;

let frames: typeof EventStreams | undefined;

/** Loads AWS's codec: 14 MB that only those need who call AWS. Has to have ended before a stream comes. */
export async function loadFrames(): Promise<void> {
  frames ??= await import('@smithy/core/event-streams');
}

/** A frame as AWS's package decodes it. */
export type Frame = ReturnType<EventStreams.EventStreamCodec['decode']>;

/** How a service's frames are told as server-sent events. */
export interface FrameReader {
  eventOf(frame: Frame): string;
  /** What is said of a frame that is none. */
  broken(message: string): string;
}

/**
 * Makes server-sent events of the frames in which AWS sends a stream. One function a stream, fed with bytes however they
 * are sliced. It throws nothing: what is broken becomes an event of its own.
 */
export function unframing(reader: FrameReader): (bytes: Uint8Array) => Uint8Array {
  if (!frames) throw new Error('loadFrames has not ended');
  const codec = new frames.EventStreamCodec(textOfBytes, (text) => Buffer.from(text));
  let rest: Buffer = Buffer.alloc(0);
  let isBroken = false;
  return (bytes) => {
    if (isBroken) return Buffer.alloc(0);
    rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    let out = '';
    try {
      for (let length = frameLength(rest); length !== undefined; length = frameLength(rest)) {
        out += reader.eventOf(codec.decode(rest.subarray(0, length)));
        rest = rest.subarray(length);
      }
    } catch (error) {
      isBroken = true;
      out += reader.broken(error instanceof Error ? error.message : 'a frame of the stream is broken');
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

/** What went wrong, by AWS's name of it; nothing of a frame that is an event. */
export function exceptionIn({ headers }: Frame): string | undefined {
  const exception = headers[':exception-type']?.value ?? headers[':error-code']?.value;
  return exception === undefined ? undefined : String(exception);
}

export function textOfBytes(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
}
