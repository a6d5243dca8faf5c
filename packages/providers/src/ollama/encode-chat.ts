import type { JsonObject } from '../kit/json.ts';
import { demandedFunction, isFunctionTool } from '../kit/request/function-tools.ts';
import { MemberReview } from '../kit/request/member-review.ts';
import { readChatRequest } from '../kit/request/read-chat-request.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { openAiHeaders, openAiUrl } from '../openai-wire/openai-vendor.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { ChatCall, ChatRequest, ToolDefinition } from '../spec/operations/chat.ts';
import { ollamaMessages } from './conversation.ts';
import { CHAT_PATH, vendor } from './vendor.ts';

/** OpenAI's names of what Ollama has among the options of a model (its docs, "Modelfile", and `openai/openai.go`). */
const optionNames: Readonly<Record<string, string>> = {
  max_completion_tokens: 'num_predict',
  max_tokens: 'num_predict',
};

/** Members of a request of Ollama's own, beside a model's options. */
const ownMembers = new Set(['keep_alive', 'think', 'format', 'logprobs', 'top_logprobs', 'truncate', 'shift']);

/** What is said in another way, or tells a vendor with accounts who asks. */
const saidElsewhere = new Set(
  [
    'model messages stream stream_options tools tool_choice response_format reasoning_effort thinking metadata user store',
    'service_tier safety_identifier prompt_cache_key prompt_cache_retention cache_control functions function_call',
  ].flatMap((line) => line.split(' ')),
);

/** OpenAI's members that Ollama has nothing like, with the values that ask for nothing. */
const unsupported: Readonly<Record<string, unknown>> = {
  logit_bias: undefined,
  n: 1,
  parallel_tool_calls: true,
  audio: undefined,
  modalities: undefined,
  prediction: undefined,
  verbosity: undefined,
  web_search_options: undefined,
};

/** A chat completion as a request of Ollama's chat. What no other member takes is an option of the model, `num_ctx` for one. */
export function encodeOllamaChat(asked: ChatCall): EncodedRequest {
  const call = { ...asked, request: readChatRequest(vendor, asked.request) };
  const { request } = call;
  const review = new MemberReview(vendor, call);
  const body: JsonObject = {
    model: call.model,
    messages: ollamaMessages(vendor, request.messages),
    options: modelOptions(request, review),
    // Left out it means a stream.
    stream: request.stream === true,
    format: formatOf(request),
    tools: toolsOf(request, review),
    think: thinkOf(call),
  };
  for (const member of ownMembers) if (request[member] !== undefined) body[member] = request[member];
  return {
    url: openAiUrl(vendor, CHAT_PATH, call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

function modelOptions(request: ChatRequest, review: MemberReview): JsonObject {
  const options: JsonObject = {};
  for (const [member, value] of Object.entries(request)) {
    if (value === undefined || saidElsewhere.has(member) || ownMembers.has(member)) continue;
    if (Object.hasOwn(unsupported, member) && !review.insistsOn(member)) {
      if (value !== unsupported[member]) review.leaveOut(member, 'it is not supported');
    } else options[optionNames[member] ?? member] ??= value;
  }
  if (typeof options.stop === 'string') options.stop = [options.stop];
  return options;
}

function formatOf({ response_format: format }: ChatRequest): unknown {
  if (format?.type === 'json_object') return 'json';
  return format?.type === 'json_schema' ? (format.json_schema.schema ?? 'json') : undefined;
}

/** Nothing makes a model call a tool; which it may call can be said by giving it that alone. */
function toolsOf(request: ChatRequest, review: MemberReview): ToolDefinition[] | undefined {
  const { tools = [], tool_choice: choice } = request;
  if (tools.length === 0 || choice === 'none') return undefined;
  const demanded = demandedFunction(request);
  if (demanded !== undefined || choice === 'required') {
    review.warn('tool_choice', 'Ollama lets the model choose whether it calls a tool');
  }
  const functions = tools.filter(isFunctionTool);
  if (functions.length < tools.length) review.leaveOut('tools', 'tools other than functions are not supported');
  return demanded === undefined ? functions : functions.filter((tool) => tool.function.name === demanded);
}

/** Some models take a degree, all others whether they think at all. */
function thinkOf({ request: { reasoning_effort: effort, thinking }, model }: ChatCall): unknown {
  if (effort !== undefined) {
    const isOn = effort !== 'none' && effort !== 'minimal';
    return isOn && model.startsWith('gpt-oss') ? effort : isOn;
  }
  if (typeof thinking !== 'object' || thinking === null) return undefined;
  return !('type' in thinking && thinking.type === 'disabled');
}
