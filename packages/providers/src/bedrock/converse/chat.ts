import { EventStreamDecoder } from '../../kit/stream/stream-decoder.ts';
import type { HttpVendor } from '../../spec/adapter.ts';
import type { HttpChat } from '../../spec/operations/chat.ts';
import { decodeConverse } from './decode.ts';
import { encodeConverse } from './encode.ts';
import { ConverseEventReader } from './read-stream.ts';

/** Chat completions by Bedrock's Converse API, in which each of its models is asked alike. */
export function converseChat(vendor: HttpVendor): HttpChat {
  return Object.freeze({
    wire: 'translated',
    encode: (call) => encodeConverse(vendor, call),
    decode: (body, call) => decodeConverse(vendor, body, call),
    stream: (call) => new EventStreamDecoder(vendor, new ConverseEventReader(vendor, call)),
  } satisfies HttpChat);
}
