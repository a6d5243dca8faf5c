import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { TokenCounting } from '../spec/native-operation.ts';
import type { HttpMessages, MessageBlock, MessagesCall, MessageTurn } from '../spec/operations/messages.ts';
import { isForeignThinking } from './foreign-thinking.ts';
import { anthropicToolUseId } from './tool-use-id.ts';
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
  const body: JsonObject = { ...request, model, messages: request.messages.flatMap(asAnthropicTakes) };
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

/** A turn that began with another vendor, so that it can go on here. */
function asAnthropicTakes(turn: MessageTurn): readonly MessageTurn[] {
  return withoutForeignThinking(turn).map(withOwnToolIds);
}

function withOwnToolIds(turn: MessageTurn): MessageTurn {
  const { content } = turn;
  if (!Array.isArray(content)) return turn;
  const own = content.map(withOwnToolId);
  return own.every((block, position) => block === content[position]) ? turn : { ...turn, content: own };
}

/** Where a block holds the id of a call, by its type. */
const ID_MEMBER: Readonly<Record<string, string>> = { tool_use: 'id', tool_result: 'tool_use_id' };

function withOwnToolId(block: MessageBlock): MessageBlock {
  const member = ID_MEMBER[String(block?.type)];
  const id = member === undefined ? undefined : block[member];
  if (member === undefined || typeof id !== 'string') return block;
  const own = anthropicToolUseId(id);
  return own === id ? block : { ...block, [member]: own };
}

/** A turn of which only foreign thinking is left says nothing, and is no turn. */
function withoutForeignThinking(turn: MessageTurn): readonly MessageTurn[] {
  const { role, content } = turn;
  if (role !== 'assistant' || !Array.isArray(content) || !content.some(isForeignThinking)) return [turn];
  const own = content.filter((block) => !isForeignThinking(block));
  return own.length === 0 ? [] : [{ ...turn, content: own }];
}
