import { errorBody } from '../../failure/gateway-error.ts';
import type { ChatWire } from '../chat-wire.ts';
import { ChatChunkRelay } from './chunk-relay.ts';
import { OpenAiRelay } from './openai-relay.ts';
import { readChatRequest } from './read-request.ts';
import { passAnswer, writeAnswer } from './write-answer.ts';

/** OpenAI's chat completions (its API reference, "Chat", 2026-11), with errors in LiteLLM's shape. */
export const openAiChat: ChatWire = {
  name: 'openai-chat',
  read: readChatRequest,
  passing: {
    vendorWire: 'openai',
    pass: passAnswer,
    passStream: (vendor, view) => new OpenAiRelay(vendor, view),
  },
  write: writeAnswer,
  writeStream: (view) => new ChatChunkRelay(view),
  streamEnd: 'data: [DONE]\n\n',
  errorBody,
  errorEvent: (failure) => `data: ${JSON.stringify(errorBody(failure))}\n\n`,
};
