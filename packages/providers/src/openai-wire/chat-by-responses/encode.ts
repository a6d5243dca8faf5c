import { isFunctionTool } from '../../kit/request/function-tools.ts';
import type { JsonObject } from '../../kit/json.ts';
import { leaveOut, leaveOutLacked, MemberReview } from '../../kit/request/member-review.ts';
import { ownMembers } from '../../kit/request/own-members.ts';
import { readChatRequest } from '../../kit/request/read-chat-request.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { AdapterWarning } from '../../spec/call.ts';
import type { ChatCall, ChatRequest, ToolDefinition } from '../../spec/operations/chat.ts';
import type { ResponsesRequest, ResponseTool } from '../../spec/operations/responses.ts';
import { prepareReasoningBody } from '../reasoning-models.ts';
import { responsesInput } from './items.ts';

/** Members of both APIs that mean the same in each (OpenAI's API reference, "Create a model response", 2026-11). */
const shared = [
  'temperature',
  'top_p',
  'top_logprobs',
  'parallel_tool_calls',
  'store',
  'service_tier',
  'user',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'stream',
] as const;

/** What a chat can be asked for and a response cannot; a value that asks for nothing is passed over. */
const lacking: Readonly<Record<string, unknown>> = {
  n: 1,
  stop: undefined,
  seed: undefined,
  logit_bias: undefined,
  logprobs: false,
  presence_penalty: 0,
  frequency_penalty: 0,
  audio: undefined,
  modalities: undefined,
  prediction: undefined,
};

/** OpenAI's least `max_output_tokens`. */
const LEAST_TOKENS = 16;

/** A chat as a request for a response. Reasoning comes back sealed, so that the next turn can go on from it. */
export function responsesRequest(
  vendor: Vendor,
  asked: ChatCall,
): { readonly request: ResponsesRequest; readonly warnings: readonly AdapterWarning[] } {
  const call = { ...asked, request: readChatRequest(vendor, asked.request) };
  const review = new MemberReview(vendor, call);
  const chat: JsonObject & ChatRequest = { ...call.request };
  prepareReasoningBody(chat, call, review);
  leaveOutLacked(chat, call, review);
  for (const [member, harmless] of Object.entries(lacking)) {
    if (chat[member] !== harmless) leaveOut(chat, member, 'a response cannot be asked for it', review);
  }
  const { instructions, input } = responsesInput(vendor, chat.messages);
  const most = chat.max_completion_tokens ?? chat.max_tokens;
  const request: ResponsesRequest = {
    ...ownMembers(chat),
    model: call.model,
    input,
    include: ['reasoning.encrypted_content'],
    ...(instructions !== undefined && { instructions }),
    ...(most !== undefined && { max_output_tokens: Math.max(LEAST_TOKENS, most) }),
    ...Object.fromEntries(shared.filter((name) => chat[name] !== undefined).map((name) => [name, chat[name]])),
    ...(chat.reasoning_effort !== undefined && { reasoning: { effort: chat.reasoning_effort } }),
    ...textMembers(chat),
    ...toolMembers(chat),
  };
  return { request, warnings: review.conclude() };
}

function textMembers({ response_format: format, verbosity }: ChatRequest): Pick<ResponsesRequest, 'text'> {
  const text = {
    ...(format && { format: format.type === 'json_schema' ? { type: format.type, ...schemaOf(format) } : format }),
    ...(typeof verbosity === 'string' && { verbosity }),
  };
  return Object.keys(text).length > 0 ? { text } : {};
}

function schemaOf({
  json_schema: { name, schema, ...rest },
}: Extract<ChatRequest['response_format'], { type: 'json_schema' }>) {
  return { ...rest, name: name ?? 'answer', schema: schema ?? {} };
}

function toolMembers({
  tools = [],
  tool_choice: choice,
  web_search_options: search,
}: ChatRequest): Partial<ResponsesRequest> {
  const all = [...tools.map(toolOf), ...(search === undefined ? [] : [{ type: 'web_search_preview' }])];
  if (all.length === 0) return {};
  const named =
    typeof choice === 'object' && choice.function ? { type: 'function', name: choice.function.name } : choice;
  return { tools: all, ...(named !== undefined && { tool_choice: named }) };
}

/** Left out, `strict` would mean true here, and rewrite which members have to be given. */
function toolOf(tool: ToolDefinition): ResponseTool {
  if (!isFunctionTool(tool)) return tool;
  const { strict, ...called } = tool.function;
  return { type: 'function', ...called, strict: strict ?? false };
}
