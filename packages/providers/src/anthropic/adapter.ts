import { createChatStreamDecoder } from '../kit/chat-stream-decoder.ts';
import { classifyError } from '../kit/classify-error.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import { decodeAnthropicChat } from './decode-chat.ts';
import { DEFAULT_API_BASE, encodeAnthropicChat } from './encode-chat.ts';
import { createAnthropicEventReader } from './read-stream.ts';
import { anthropicVendor } from './vendor.ts';

/** Anthropic's Messages API, both ways. */
export const adapter: HttpProviderAdapter = Object.freeze({
  ...anthropicVendor,
  transport: 'http',
  wire: 'translated',
  modelPatterns: [/^claude-/],
  environment: { apiKey: ['ANTHROPIC_API_KEY'], apiBase: ['ANTHROPIC_API_BASE', 'ANTHROPIC_BASE_URL'] },
  keyRequired: true,
  defaultApiBase: DEFAULT_API_BASE,
  encodeChat: encodeAnthropicChat,
  decodeChat: decodeAnthropicChat,
  createStreamDecoder: (call) => createChatStreamDecoder(anthropicVendor, createAnthropicEventReader(call)),
  decodeError: (status, headers, body) => classifyError(anthropicVendor, status, headers, body),
} satisfies HttpProviderAdapter);
