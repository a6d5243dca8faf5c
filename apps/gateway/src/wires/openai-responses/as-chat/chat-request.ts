import type { ChatRequest, ResponseFormat, ResponseItem, ResponsesRequest } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { words } from '../../../config/reading/known-keys.ts';
import { isMapping } from '../../../json/mapping.ts';
import { chatMessages } from './chat-messages.ts';
import { textOf } from './chat-content.ts';
import { chatTools } from './chat-tools.ts';

/** What only OpenAI's own keeping can answer. */
const NEEDS_OPENAI = ['conversation', 'prompt'] as const;

/**
 * A question as a chat. `items` are those of the whole conversation, the request's own last. Members of a response that
 * a chat has as well, and those that nobody knows, go along.
 */
export function chatRequest(request: ResponsesRequest, items: readonly ResponseItem[], drops: boolean): ChatRequest {
  for (const member of NEEDS_OPENAI) {
    const value = request[member];
    if (value === undefined || value === null || value === false) continue;
    throw badRequest(`${member}: this model's provider has no such thing; leave it out`, member);
  }
  const own = Array.isArray(request.input) ? request.input.length : 1;
  return {
    ...sharedMembers(request),
    model: request.model,
    messages: [...instructionsOf(request), ...chatMessages(items, items.length - own)],
    ...chatTools(request, drops),
    ...textMembers(request),
    ...(typeof request.max_output_tokens === 'number' && { max_tokens: request.max_output_tokens }),
    ...(typeof request.reasoning?.effort === 'string' && { reasoning_effort: request.reasoning.effort }),
    ...logprobMembers(request),
    ...(request.stream === true && { stream: true }),
  };
}

/** Members of a response that a chat does not have, or has in another form. */
const OTHER_MEMBERS = words(`
  model input instructions tools tool_choice parallel_tool_calls text reasoning include max_output_tokens max_tool_calls
  previous_response_id store background conversation prompt truncation metadata stream stream_options top_logprobs
  context_management client_metadata
`);

/** What helps OpenAI to route, to cache and to watch; it changes no answer. */
const OPENAI_HINTS = words('service_tier safety_identifier prompt_cache_key prompt_cache_retention');

const NOT_OF_CHAT = new Set([...OTHER_MEMBERS, ...OPENAI_HINTS]);

function sharedMembers(request: ResponsesRequest): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(request).filter(([member, value]) => value !== null && !NOT_OF_CHAT.has(member)),
  );
}

function instructionsOf({ instructions }: ResponsesRequest): ChatRequest['messages'] {
  const content = textOf(instructions);
  return content === '' ? [] : [{ role: 'system', content }];
}

function textMembers({ text }: ResponsesRequest): Pick<ChatRequest, 'response_format'> & { verbosity?: string } {
  if (!isMapping(text)) return {};
  const format = responseFormat(text.format);
  return { ...(format && { response_format: format }), ...(text.verbosity && { verbosity: text.verbosity }) };
}

function responseFormat(format: unknown): ResponseFormat | undefined {
  if (format === undefined || format === null) return undefined;
  if (!isMapping(format)) throw badRequest('text.format must be an object', 'text.format');
  if (format.type === 'text') return undefined;
  if (format.type === 'json_object') return { type: 'json_object' };
  if (format.type !== 'json_schema') {
    throw badRequest('text.format.type must be one of text, json_object, json_schema', 'text.format.type');
  }
  const { type, name, schema, description, strict } = format as ResponseFormat & Record<string, never>;
  if (!isMapping(schema)) throw badRequest('text.format.schema is required', 'text.format.schema');
  return { type, json_schema: { name: name ?? 'response', schema, description, strict } } as ResponseFormat;
}

function logprobMembers({ include, top_logprobs: top }: ResponsesRequest): Record<string, unknown> {
  const isWanted = include?.includes('message.output_text.logprobs') === true || (typeof top === 'number' && top > 0);
  return isWanted ? { logprobs: true, ...(typeof top === 'number' && { top_logprobs: top }) } : {};
}
