import { EventStreamDecoder } from '../kit/stream/stream-decoder.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import type { OpenAiChatDialect } from './chat-dialect.ts';
import { decodeOpenAiChat } from './decode-chat.ts';
import { encodeOpenAiChat } from './encode-chat.ts';
import type { OpenAiVendor } from './openai-vendor.ts';
import { OpenAiEventReader } from './read-stream.ts';

/** Chat completions of a vendor that speaks OpenAI's wire, out of what differs. */
export function openAiChat(vendor: OpenAiVendor, dialect: OpenAiChatDialect = {}): HttpChat {
  return Object.freeze({
    wire: dialect.wire ?? 'openai',
    encode: (call) => encodeOpenAiChat(vendor, dialect, call),
    decode: (body, call) => decodeOpenAiChat(vendor, body, call),
    stream: (call) => new EventStreamDecoder(vendor, new OpenAiEventReader(vendor, call)),
  } satisfies HttpChat);
}
