import { EventStreamDecoder } from '../kit/stream-decoder.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { decodeAnthropicChat } from './decode-chat.ts';
import { encodeAnthropicChat } from './encode-chat.ts';
import { AnthropicEventReader } from './read-stream.ts';
import { vendor } from './vendor.ts';

/** Chat completions by Anthropic's Messages API, translated both ways. */
export const chat: HttpChat = Object.freeze({
  wire: 'translated',
  encode: encodeAnthropicChat,
  decode: decodeAnthropicChat,
  stream: (call) => new EventStreamDecoder(vendor, new AnthropicEventReader(call)),
} satisfies HttpChat);
