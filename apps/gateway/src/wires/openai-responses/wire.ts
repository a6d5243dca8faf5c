import { errorBody } from '../../failure/gateway-error.ts';
import type { ResponsesWire } from '../responses-wire.ts';
import { chatRequest } from './as-chat/chat-request.ts';
import { inputItems } from './items.ts';
import { passResponse } from './pass/pass-response.ts';
import { ResponseRelay } from './pass/response-relay.ts';
import { readResponsesRequest } from './read-request.ts';
import { openThinking } from './reasoning-seal.ts';
import { responseObject } from './write/response-object.ts';
import { ChatResponseWriter } from './write/response-writer.ts';

/** OpenAI's responses (its API reference, "Responses", 2026-11), with errors in LiteLLM's shape. */
export const openAiResponses: ResponsesWire = {
  name: 'openai-responses',
  read: readResponsesRequest,
  itemsOf: inputItems,
  asChat: chatRequest,
  writer: (draft) => new ChatResponseWriter(draft),
  unanswered: (draft, state) => responseObject(draft, Math.floor(Date.now() / 1000), { ...state, output: [] }),
  isForeignReasoning: ({ type, encrypted_content: sealed }) =>
    type === 'reasoning' && openThinking(sealed) !== undefined,
  pass: passResponse,
  passStream: (vendor, view) => new ResponseRelay(vendor, view),
  streamEnd: '',
  errorBody,
  errorEvent: ({ type, status, message, param }) =>
    `event: error\ndata: ${JSON.stringify({ type: 'error', sequence_number: 0, code: type ?? String(status), message, param })}\n\n`,
};
