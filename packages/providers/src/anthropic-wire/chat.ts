import { EventStreamDecoder } from '../kit/stream/stream-decoder.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import type { AnthropicVendor } from './anthropic-vendor.ts';
import { decodeAnthropicChat } from './decode-chat.ts';
import { encodeAnthropicChat } from './encode-chat.ts';
import { AnthropicEventReader } from './read-stream.ts';

/** Chat completions by Anthropic's Messages API, translated both ways. */
export function anthropicChat(vendor: AnthropicVendor): HttpChat {
  return Object.freeze({
    wire: 'translated',
    encode: (call) => encodeAnthropicChat(vendor, call),
    decode: (body, call) => decodeAnthropicChat(vendor, body, call),
    stream: (call) => new EventStreamDecoder(vendor, new AnthropicEventReader(vendor, call)),
  } satisfies HttpChat);
}
