import type { BridgedChat, ChatCall, HttpChat, ChatRequest } from '../../spec/operations/chat.ts';
import type { EncodedRequest } from '../../spec/call.ts';

/** A call as the gateway makes it, with what a test does not care about filled in. */
export function chatCall(request: Partial<ChatRequest> = {}, call: Partial<ChatCall> = {}): ChatCall {
  return {
    request: { messages: [{ role: 'user', content: 'Hello' }], ...request, model: 'group' },
    model: 'some-model',
    settings: { apiKey: 'sk-test', apiBase: 'http://127.0.0.1:9/v1' },
    dropUnsupported: false,
    ...call,
  };
}

/** What goes to the vendor, with its body as an object. */
export function encodeCall(
  chat: HttpChat | BridgedChat,
  request: Partial<ChatRequest>,
  call: Partial<ChatCall> = {},
): Omit<EncodedRequest, 'body'> & { body: Record<string, unknown> } {
  if (chat.wire === 'bridge') throw new Error('what a bridged vendor is sent, is not written here');
  const encoded = chat.encode(chatCall(request, call));
  return { ...encoded, body: JSON.parse(encoded.body) as Record<string, unknown> };
}

/** What a decoder says of frames, pushed at once. */
export function decodeFrames(chat: HttpChat, frames: readonly string[], call = chatCall()) {
  const decoder = chat.stream(call);
  const bytes = new TextEncoder().encode(frames.map((frame) => `data: ${frame}\n\n`).join(''));
  return [...decoder.push(bytes), ...decoder.end()];
}
