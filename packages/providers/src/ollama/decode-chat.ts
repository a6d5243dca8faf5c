import { randomUUID } from 'node:crypto';
import { asObject, asString } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { ChatCall, ChatCompletion } from '../spec/operations/chat.ts';
import { readDoneReason, readOllamaUsage, readSaid } from './read-message.ts';
import { vendor } from './vendor.ts';

/** Ollama's whole answer as a completion. */
export function decodeOllamaChat(body: Uint8Array, call: ChatCall): ChatCompletion {
  const answer = readJsonAnswer(vendor, body, ({ message, error }) => asObject(message) !== undefined && !error);
  const { content, thinking, calls } = readSaid(answer);
  const usage = readOllamaUsage(answer);
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: asString(answer.model) ?? call.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content,
          ...(thinking !== undefined && { reasoning_content: thinking }),
          ...(calls.length > 0 && { tool_calls: [...calls] }),
        },
        finish_reason: readDoneReason(answer, calls.length > 0),
      },
    ],
    ...(usage && { usage }),
  };
}
