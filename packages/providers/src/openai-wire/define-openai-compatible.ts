import { createChatStreamDecoder } from '../kit/chat-stream-decoder.ts';
import { classifyError } from '../kit/classify-error.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import { decodeOpenAiChat } from './decode-chat.ts';
import type { OpenAiDialect } from './dialect.ts';
import { encodeOpenAiChat } from './encode-chat.ts';
import { createOpenAiEventReader } from './read-stream.ts';

/** Makes the adapter of a vendor that speaks OpenAI's wire, out of what differs. */
export function defineOpenAiCompatible(dialect: OpenAiDialect): HttpProviderAdapter {
  const { name, title, aliases, modelPatterns, environment, keyRequired, defaultApiBase } = dialect;
  return Object.freeze({
    transport: 'http',
    wire: dialect.wire ?? 'openai',
    name,
    title,
    ...(aliases && { aliases }),
    ...(modelPatterns && { modelPatterns }),
    environment,
    keyRequired,
    defaultApiBase,
    encodeChat: (call) => encodeOpenAiChat(dialect, call),
    decodeChat: (body, call) => decodeOpenAiChat(dialect, body, call),
    createStreamDecoder: (call) => createChatStreamDecoder(dialect, createOpenAiEventReader(dialect, call)),
    decodeError: (status, headers, body) => classifyError(dialect, status, headers, body),
  } satisfies HttpProviderAdapter);
}
