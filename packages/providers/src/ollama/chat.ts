import { LineStreamDecoder } from '../kit/stream/line-stream-decoder.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { decodeOllamaChat } from './decode-chat.ts';
import { encodeOllamaChat } from './encode-chat.ts';
import { OllamaEventReader } from './read-stream.ts';
import { vendor } from './vendor.ts';

/** Chat completions by Ollama's own API. */
export const chat: HttpChat = Object.freeze({
  wire: 'translated',
  encode: encodeOllamaChat,
  decode: decodeOllamaChat,
  stream: (call) => new LineStreamDecoder(vendor, new OllamaEventReader(vendor, call)),
} satisfies HttpChat);
