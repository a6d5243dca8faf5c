import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { TokenCounting } from '../spec/native-operation.ts';
import type { HttpMessages, MessagesCall, MessageTurn } from '../spec/operations/messages.ts';
import { isForeignThinking } from './foreign-thinking.ts';
import { anthropicRequest, countingRequest, type AnthropicVendor } from './anthropic-vendor.ts';

/** Anthropic's own wire: requests go on as they came, but for the model's name and the vendor's envelope. */
export function anthropicMessages(vendor: AnthropicVendor): HttpMessages {
  return Object.freeze({
    encode: (call) => anthropicRequest(vendor, call, messagesBody(call)),
    ...(vendor.counts && { counting: tokenCounting(vendor) }),
  } satisfies HttpMessages);
}

function tokenCounting(vendor: AnthropicVendor): TokenCounting<MessagesCall> {
  return {
    encode: (call) => countingRequest(vendor, call, countedBody(messagesBody(call))),
    decode(body) {
      const { input_tokens: tokens } = readJsonAnswer(
        vendor,
        body,
        ({ input_tokens: count }) => typeof count === 'number',
      );
      return asCount(tokens);
    },
  };
}

/**
 * The request for the vendor's own model. A null means "not set"; of `metadata`, where the gateway has tags and the like,
 * Anthropic takes the user alone.
 */
function messagesBody({ request, model }: MessagesCall): JsonObject {
  const body: JsonObject = { ...request, model, messages: request.messages.flatMap(withoutForeignThinking) };
  for (const member in body) if (body[member] === null) body[member] = undefined;
  const userId = asString(asObject(request.metadata)?.user_id);
  body.metadata = userId === undefined ? undefined : { user_id: userId };
  return body;
}

/** How an answer is written is no part of a question, and the endpoint that counts refuses it. */
const answerMembers = new Set([
  'max_tokens',
  'stream',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'metadata',
  'service_tier',
]);

function countedBody(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([member]) => !answerMembers.has(member)));
}

/** A turn of which only foreign thinking is left says nothing, and is no turn. */
function withoutForeignThinking(turn: MessageTurn): readonly MessageTurn[] {
  const { role, content } = turn;
  if (role !== 'assistant' || !Array.isArray(content) || !content.some(isForeignThinking)) return [turn];
  const own = content.filter((block) => !isForeignThinking(block));
  return own.length === 0 ? [] : [{ ...turn, content: own }];
}
