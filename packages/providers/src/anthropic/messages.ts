import { asObject, asString, type JsonObject } from '../kit/json.ts';
import { serialiseBody } from '../kit/serialise-body.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { HttpMessages, MessageBlock, MessagesCall, MessageTurn } from '../spec/operations/messages.ts';
import { anthropicHeaders, messagesUrl } from './anthropic-endpoint.ts';
import { vendor } from './vendor.ts';

/** Anthropic's own wire: requests go on as they came, but for the model's name. */
export const messages: HttpMessages = Object.freeze({
  encode(call: MessagesCall): EncodedRequest {
    const { callerHeaders } = call;
    const headers = anthropicHeaders(call);
    const version = callerHeaders?.['anthropic-version'];
    if (version !== undefined) headers['anthropic-version'] = version;
    return {
      url: messagesUrl(call.settings),
      method: 'POST',
      headers,
      body: serialiseBody(vendor, messagesBody(call)),
      warnings: [],
    };
  },
} satisfies HttpMessages);

/**
 * The request for the vendor's own model. A null means "not set"; of `metadata`, where the gateway has tags and the like,
 * Anthropic takes the user alone.
 */
export function messagesBody({ request, model }: MessagesCall): JsonObject {
  const body: JsonObject = { ...request, model, messages: request.messages.map(withoutUnsignedThinking) };
  for (const member in body) if (body[member] === null) body[member] = undefined;
  const userId = asString(asObject(request.metadata)?.user_id);
  body.metadata = userId === undefined ? undefined : { user_id: userId };
  return body;
}

/** Thinking of another vendor's model has no signature, and Anthropic refuses a history in which it stands. */
function withoutUnsignedThinking(turn: MessageTurn): MessageTurn {
  const { role, content } = turn;
  if (role !== 'assistant' || !Array.isArray(content) || !content.some(isUnsigned)) return turn;
  return { ...turn, content: content.filter((block) => !isUnsigned(block)) };
}

function isUnsigned(block: MessageBlock): boolean {
  return block.type === 'thinking' && !block.signature;
}
