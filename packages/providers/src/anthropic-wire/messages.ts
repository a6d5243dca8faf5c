import { asCount, asObject, asString, isJsonObject, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { plainId } from '../kit/things/plain-id.ts';
import type { TokenCounting } from '../spec/native-operation.ts';
import type { HttpMessages, MessageBlock, MessagesCall, MessageTurn } from '../spec/operations/messages.ts';
import { isBlank } from './content-blocks.ts';
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
  const turns = request.messages.flatMap(asAnthropicTakes);
  // Where nothing is said at all, the vendor says so.
  const body: JsonObject = { ...request, model, messages: turns.length > 0 ? turns : request.messages };
  for (const member in body) if (body[member] === null) body[member] = undefined;
  if (body.system !== undefined && request.system !== undefined) body.system = withoutBlanks(request.system);
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
  const said = withoutForeignThinking(turn).flatMap(withoutBlankTexts);
  return said.map(withOwnToolIds);
}

/**
 * Anthropic refuses blank texts, and clients send back what they were answered: an empty text before the calls of tools.
 * A turn of which nothing is left is none.
 */
function withoutBlankTexts(turn: MessageTurn): readonly MessageTurn[] {
  const { content } = turn;
  const own = withoutBlanks(content);
  if (own === content) return [turn];
  return own === undefined ? [] : [{ ...turn, content: own }];
}

/** A text or a list of blocks; the same where none is blank, and nothing where all are. */
function withoutBlanks(content: MessageTurn['content']): MessageTurn['content'] | undefined {
  if (typeof content === 'string') return isBlank(content) ? undefined : content;
  if (!Array.isArray(content) || !content.some(isBlankText)) return content;
  const said = content.filter((block) => !isBlankText(block));
  return said.length === 0 ? undefined : said;
}

function isBlankText(block: unknown): boolean {
  if (!isJsonObject(block) || block.type !== 'text') return false;
  return typeof block.text === 'string' && isBlank(block.text);
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
  const own = plainId(id);
  return own === id ? block : { ...block, [member]: own };
}

/** A turn of which only foreign thinking is left says nothing, and is no turn. */
function withoutForeignThinking(turn: MessageTurn): readonly MessageTurn[] {
  const { role, content } = turn;
  if (role !== 'assistant' || !Array.isArray(content) || !content.some(isForeignThinking)) return [turn];
  const own = content.filter((block) => !isForeignThinking(block));
  return own.length === 0 ? [] : [{ ...turn, content: own }];
}
