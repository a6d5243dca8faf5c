import type { Vendor } from '../../spec/adapter.ts';
import type { ChatRequest } from '../../spec/operations/chat.ts';
import { refusedRequest } from '../failure/failures.ts';
import {
  anyObject,
  anything,
  byType,
  count,
  figure,
  flag,
  list,
  object,
  text,
  textOr,
  word,
  type Shape,
} from './shape.ts';

const contentPart = byType({
  text: object({ type: text, text }),
  image_url: object({ type: text, image_url: textOr(object({ url: text }, { detail: text })) }),
  file: object({ type: text, file: object({}, { file_data: text, file_id: text, filename: text }) }),
});

const toolCall = object({ function: object({ name: text, arguments: text }) }, { id: text, type: text });

const message = object(
  { role: word('system', 'developer', 'user', 'assistant', 'tool', 'function') },
  { content: textOr(list(contentPart)), name: text, tool_calls: list(toolCall), tool_call_id: text },
);

const calledFunction = object({ name: text }, { description: text, parameters: anyObject, strict: flag });

const tool = byType({ function: object({ type: text, function: calledFunction }) });

const toolChoice = textOr(byType({ function: object({ type: text, function: object({ name: text }) }) }));

const schema = object({}, { name: text, description: text, schema: anyObject, strict: flag });

const responseFormat = object({ type: word('text', 'json_object', 'json_schema') }, { json_schema: schema });

/** `json_schema` must be there where the type says so. */
const withItsSchema = byType({ json_schema: object({ type: text, json_schema: anything }) });

const wholeResponseFormat: Shape = (value) => responseFormat(value) ?? withItsSchema(value);

/**
 * A chat completion request as far as encoders look into it (OpenAI's API reference, "Create chat completion",
 * 2026-11, and the members that Anthropic and LiteLLM add to it). Ranges are the gateway's and the vendors' to check.
 */
const chatRequest = object(
  { messages: list(message) },
  {
    tools: list(tool),
    tool_choice: toolChoice,
    parallel_tool_calls: flag,
    response_format: wholeResponseFormat,
    stop: textOr(list(text)),
    max_tokens: count,
    max_completion_tokens: count,
    temperature: figure,
    top_p: figure,
    top_k: figure,
    n: count,
    seed: figure,
    user: text,
    stream: flag,
    stream_options: anyObject,
    reasoning_effort: textOr(anyObject),
    thinking: anyObject,
  },
);

/**
 * The request as an encoder may take it: every member that it may touch has the shape that the API gives it, and a
 * member that is null, which means "not set", is not there. Throws a 400 that names the place. For encoders that look
 * into requests; those of OpenAI's wire pass them on as they came.
 */
export function readChatRequest(vendor: Vendor, request: ChatRequest): ChatRequest {
  const flaw = chatRequest(request);
  if (flaw) throw refusedRequest(vendor, `${flaw.path} ${flaw.problem}`, flaw.path === '' ? 'messages' : flaw.path);
  return Object.values(request).includes(null) ? withoutNulls(request) : request;
}

function withoutNulls({ model, messages, ...rest }: ChatRequest): ChatRequest {
  return { model, messages, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) };
}
