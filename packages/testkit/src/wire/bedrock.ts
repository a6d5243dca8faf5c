import { crc32 } from 'node:zlib';

/** The type of a header that is text (AWS, "Event stream encoding", 2026-11). */
const TEXT = 7;
const CHECKSUM_BYTES = 4;
const PRELUDE_BYTES = 12;

/** Events of Anthropic's wire as Amazon Bedrock streams them: each packed into a frame of AWS's. */
export function bedrockFrames(events: readonly { readonly data: object }[]): Buffer {
  return Buffer.concat(
    events.map(({ data }) => {
      const bytes = Buffer.from(JSON.stringify(data)).toString('base64');
      return frame({ ':event-type': 'chunk', ':message-type': 'event' }, { bytes, p: 'abcdefgh' });
    }),
  );
}

/** Events of Bedrock's Converse API as it streams them: each `{name: members}`, a frame that is named so. */
export function converseFrames(events: readonly Readonly<Record<string, object>>[]): Buffer {
  return Buffer.concat(
    events.flatMap((event) =>
      Object.entries(event).map(([name, members]) =>
        frame({ ':event-type': name, ':content-type': 'application/json', ':message-type': 'event' }, members),
      ),
    ),
  );
}

/** Bytes of an endpoint's own stream as Amazon SageMaker sends them on, in pieces that end anywhere. */
export function sageMakerFrames(text: string, pieceBytes: number): Buffer {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / pieceBytes);
  return Buffer.concat(
    Array.from({ length: count }, (_, piece) =>
      frame(
        { ':event-type': 'PayloadPart', ':message-type': 'event' },
        bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes),
      ),
    ),
  );
}

/** What AWS sends in the midst of a stream that fails, for example `throttlingException`. */
export function bedrockException(type: string, message: string): Buffer {
  return frame({ ':exception-type': type, ':message-type': 'exception' }, { message });
}

function frame(headers: Readonly<Record<string, string>>, body: object | Buffer): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => header(name, value)));
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const prelude = Buffer.alloc(PRELUDE_BYTES);
  prelude.writeUInt32BE(PRELUDE_BYTES + head.length + payload.length + CHECKSUM_BYTES, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const message = Buffer.concat([prelude, head, payload]);
  return Buffer.concat([message, checksum(message)]);
}

function header(name: string, value: string): Buffer {
  const text = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), Buffer.from([TEXT]), length, text]);
}

function checksum(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(CHECKSUM_BYTES);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}
