import { isFunctionTool } from '../../kit/request/function-tools.ts';
import { refusedRequest } from '../../kit/failure/failures.ts';
import { asObject, type JsonObject } from '../../kit/json.ts';
import { MemberReview } from '../../kit/request/member-review.ts';
import { ownMembers as ownMembersOf } from '../../kit/request/own-members.ts';
import { readChatRequest } from '../../kit/request/read-chat-request.ts';
import { requestHeaders } from '../../kit/request/request-headers.ts';
import { serialiseBody } from '../../kit/request/serialise-body.ts';
import type { EncodedRequest } from '../../spec/call.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { ChatCall, ChatRequest } from '../../spec/operations/chat.ts';
import { readBedrockModel } from '../bedrock-model.ts';
import { endpointOf } from '../bedrock-place.ts';
import { ANSWER_TOOL, answerSchema } from './answer-tool.ts';
import { converseMessages } from './messages.ts';
import { reasoningFields } from './reasoning.ts';

/** OpenAI's members that Converse has nothing like, with the values that ask for nothing. */
const UNSUPPORTED = Object.entries({
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

/** Converse's own members, which LiteLLM's callers and deployments say beside OpenAI's (its names, and AWS's). */
const OWN_MEMBERS: Readonly<Record<string, string>> = {
  guardrailConfig: 'guardrailConfig',
  performanceConfig: 'performanceConfig',
  requestMetadata: 'requestMetadata',
  additionalModelRequestFields: 'additionalModelRequestFields',
};

/** A chat completion as a call of Converse (AWS, "Converse", 2026-11). */
export function encodeConverse(vendor: Vendor, asked: ChatCall): EncodedRequest {
  const call = { ...asked, request: readChatRequest(vendor, asked.request) };
  const { request, settings, model } = call;
  const review = new MemberReview(vendor, call);
  for (const [member, harmless] of UNSUPPORTED) {
    const value = request[member];
    if (value !== undefined && value !== null && value !== harmless) review.leaveOut(member, 'it is not supported');
  }
  const { system, messages } = converseMessages(vendor, request.messages);
  const body: JsonObject = {
    messages,
    ...(system.length > 0 && { system }),
    ...inferenceConfig(request),
    ...toolConfig(vendor, call),
    ...ownMembers(call, review),
  };
  const { apiKey } = settings;
  const verb = request.stream === true ? 'converse-stream' : 'converse';
  return {
    url: `${endpointOf(model, settings)}/model/${encodeURIComponent(readBedrockModel(model).id)}/${verb}`,
    method: 'POST',
    headers: requestHeaders(settings, apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

function inferenceConfig({ max_completion_tokens, max_tokens, temperature, top_p, stop }: ChatRequest): JsonObject {
  const maxTokens = max_completion_tokens ?? max_tokens;
  const stopSequences = typeof stop === 'string' ? [stop] : stop;
  const config = {
    ...(maxTokens !== undefined && { maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(top_p !== undefined && { topP: top_p }),
    ...(stopSequences && stopSequences.length > 0 && { stopSequences }),
  };
  return Object.keys(config).length > 0 ? { inferenceConfig: config } : {};
}

/** The caller's tools, and the one that takes a structured answer. */
function toolConfig(vendor: Vendor, call: ChatCall): JsonObject {
  const { tools = [], tool_choice: choice } = call.request;
  if (choice === 'none') return {};
  const schema = answerSchema(call);
  const own = tools.map((tool, index) => {
    if (!isFunctionTool(tool)) {
      throw refusedRequest(vendor, `tools[${index}]: ${vendor.title} takes tools of the type function here`, 'tools');
    }
    const { name, description, parameters } = tool.function;
    return toolSpec(name, description, parameters);
  });
  const all = schema ? [...own, toolSpec(ANSWER_TOOL, 'Gives the final answer.', schema)] : own;
  if (all.length === 0) return {};
  const toolChoice = schema ? answerChoice(own.length > 0) : choiceOf(choice);
  return { toolConfig: { tools: all, ...(toolChoice && { toolChoice }) } };
}

function toolSpec(name: string, description: unknown, parameters: unknown): JsonObject {
  const json = asObject(parameters) ?? { type: 'object', properties: {} };
  const isSaid = typeof description === 'string' && description !== '';
  return { toolSpec: { name, ...(isSaid && { description }), inputSchema: { json } } };
}

/** Any of the caller's tools may come before the answer. */
function answerChoice(hasOthers: boolean): JsonObject {
  return hasOthers ? { any: {} } : { tool: { name: ANSWER_TOOL } };
}

/** Left out, a model chooses; some know nothing else. */
function choiceOf(choice: ChatRequest['tool_choice']): JsonObject | undefined {
  if (choice === 'required') return { any: {} };
  if (typeof choice === 'object' && choice.function) return { tool: { name: choice.function.name } };
  return undefined;
}

/**
 * How to think and `top_k` are each model's own: Nova has the second deeper. What only the model knows is for it, as
 * LiteLLM has it.
 */
function ownMembers(call: ChatCall, review: MemberReview): JsonObject {
  const { request, model } = call;
  const said = Object.entries(OWN_MEMBERS).flatMap(([member, name]) =>
    request[member] === undefined ? [] : [[name, request[member]] as const],
  );
  const members: JsonObject = Object.fromEntries(said);
  const isNova = /(^|[./])(amazon\.)?nova-/.test(model);
  const topK = isNova ? { inferenceConfig: { topK: request.top_k } } : { top_k: request.top_k };
  const fields = {
    ...reasoningFields(call, review),
    ...(request.top_k !== undefined && topK),
    ...ownMembersOf(request, Object.keys(OWN_MEMBERS)),
  };
  if (Object.keys(fields).length === 0) return members;
  return { ...members, additionalModelRequestFields: { ...fields, ...asObject(members.additionalModelRequestFields) } };
}
