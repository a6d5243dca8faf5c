import type { JsonObject } from '../kit/json.ts';
import { MemberReview } from '../kit/request/member-review.ts';
import { ownMembers } from '../kit/request/own-members.ts';
import { readChatRequest } from '../kit/request/read-chat-request.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { AnthropicToolChoice, OutputConfig } from './anthropic-api.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { anthropicRequest, type AnthropicVendor } from './anthropic-vendor.ts';
import { anthropicToolChoice, anthropicTools } from './anthropic-tools.ts';
import { constrainedSchema } from './constrained-schema.ts';
import { anthropicSampling } from './sampling.ts';
import { JSON_TOOL_NAME, jsonTool, structuredOutput, type StructuredOutput } from './structured-output.ts';
import { webSearchTool } from './web-search.ts';
import { anthropicThinking, isThinking, type ThinkingSettings } from './thinking.ts';

/** For models that the price table does not know: each model since Claude Opus 4 (2025-05) can write this much. */
const UNKNOWN_MODEL_MAX_TOKENS = 32_000;

/** Of an e-mail address (RFC 5321 §4.5.3.1: 64 characters, an at sign, 255 characters). */
const LONGEST_ADDRESS = 320;

/** OpenAI's members that Anthropic has nothing like, with the values that ask for nothing. */
const unsupportedMembers = Object.entries({
  frequency_penalty: 0,
  presence_penalty: 0,
  logit_bias: undefined,
  logprobs: false,
  top_logprobs: 0,
  seed: undefined,
  n: 1,
  prediction: undefined,
  audio: undefined,
  functions: undefined,
  function_call: undefined,
  verbosity: undefined,
});

/** A chat completion as a call of the Messages API. */
export function encodeAnthropicChat(vendor: AnthropicVendor, asked: ChatCall): EncodedRequest {
  const call = { ...asked, request: readChatRequest(vendor, asked.request) };
  const { request } = call;
  const review = new MemberReview(vendor, call);
  const maxTokens = readMaxTokens(call);
  const output = structuredOutput(call);
  const { thinking, effort } = anthropicThinking(call, maxTokens, review);
  const { system, messages } = anthropicMessages(vendor, request.messages);
  reviewUnsupported(request, review);
  const body: JsonObject = {
    model: call.model,
    max_tokens: maxTokens,
    ...(system.length > 0 && { system }),
    messages,
    ...anthropicSampling(call, thinking, review),
    stop_sequences: stopSequences(request, review),
    thinking,
    output_config: outputConfig(output, effort),
    ...toolMembers(request, output, thinking),
    metadata: userMetadata(request),
    stream: request.stream === true ? true : undefined,
  };
  // LiteLLM's callers send Anthropic's own beside OpenAI's.
  Object.assign(body, ownMembers(request));
  if (request.cache_control !== undefined) body.cache_control = request.cache_control;
  return anthropicRequest(vendor, call, body, review.conclude());
}

function readMaxTokens({ request, facts }: ChatCall): number {
  return request.max_completion_tokens ?? request.max_tokens ?? facts?.maxOutputTokens ?? UNKNOWN_MODEL_MAX_TOKENS;
}

function reviewUnsupported(request: ChatRequest, review: MemberReview): void {
  for (const [member, harmless] of unsupportedMembers) {
    const value = request[member];
    if (value !== undefined && value !== null && value !== harmless) review.leaveOut(member, 'it is not supported');
  }
  if (request.response_format?.type === 'json_object') {
    review.warn(
      'response_format',
      'Anthropic has no JSON mode without a schema; ask for JSON in words, or send json_schema',
    );
  }
}

/** OpenAI's `stop`; Anthropic refuses sequences of white space alone. */
function stopSequences(request: ChatRequest, review: MemberReview): string[] | undefined {
  const asked = typeof request.stop === 'string' ? [request.stop] : (request.stop ?? []);
  const accepted = asked.filter((sequence) => sequence.trim() !== '');
  if (accepted.length < asked.length) review.leaveOut('stop', 'a sequence of white space is not supported');
  return accepted.length > 0 ? accepted : undefined;
}

function outputConfig(output: StructuredOutput, effort: ThinkingSettings['effort']): OutputConfig | undefined {
  if (effort === undefined && output.by !== 'format') return undefined;
  return {
    ...(effort !== undefined && { effort }),
    ...(output.by === 'format' && {
      format: { type: 'json_schema' as const, schema: constrainedSchema(output.schema) },
    }),
  };
}

/** The caller's tools, and the tool that takes a structured answer where the model has no output format. */
function toolMembers(
  request: ChatRequest,
  output: StructuredOutput,
  thinking: ThinkingSettings['thinking'],
): JsonObject {
  const search = webSearchTool(request);
  const tools = [...anthropicTools(request.tools ?? []), ...(search ? [search] : [])];
  const choice = anthropicToolChoice(request);
  if (output.by !== 'tool') return tools.length > 0 ? { tools, tool_choice: choice } : {};
  return {
    tools: [...tools, jsonTool(output.schema)],
    tool_choice: jsonToolChoice(tools.length > 0, isThinking(thinking)),
  };
}

/** A tool cannot be forced while the model thinks; with tools of the caller any of them may come before the answer. */
function jsonToolChoice(hasOtherTools: boolean, thinks: boolean): AnthropicToolChoice | undefined {
  if (thinks) return { type: 'auto', disable_parallel_tool_use: true };
  const forced = hasOtherTools ? ({ type: 'any' } as const) : ({ type: 'tool', name: JSON_TOOL_NAME } as const);
  return { ...forced, disable_parallel_tool_use: true };
}

/**
 * Anthropic wants an opaque id: e-mail addresses and telephone numbers are left out, as LiteLLM does. What is longer
 * than any of them is not looked at, because the search takes the square of its length.
 */
function userMetadata({ user = '' }: ChatRequest): { user_id: string } | undefined {
  if (user === '') return undefined;
  const isPersonal = user.length <= LONGEST_ADDRESS && /^\S+@\S+\.\S+$|^\+?[\d\s().-]{7,}$/.test(user);
  return isPersonal ? undefined : { user_id: user };
}
