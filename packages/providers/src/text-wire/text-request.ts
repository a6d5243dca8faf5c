import { MemberReview } from '../kit/request/member-review.ts';
import { readChatRequest } from '../kit/request/read-chat-request.ts';
import { ownMembers } from '../kit/request/own-members.ts';
import type { JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { AdapterWarning } from '../spec/call.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import { promptOf } from './prompt.ts';

/** What no server has that writes on a text, with the values that ask for nothing. */
const UNSUPPORTED = Object.entries({
  tools: undefined,
  tool_choice: undefined,
  parallel_tool_calls: undefined,
  response_format: undefined,
  functions: undefined,
  function_call: undefined,
  logit_bias: undefined,
  logprobs: false,
  top_logprobs: 0,
  prediction: undefined,
  audio: undefined,
  modalities: undefined,
  reasoning_effort: undefined,
  web_search_options: undefined,
  n: 1,
});

/** OpenAI's members of how a text is written, where a vendor has them under these names or its own. */
const SAMPLING = ['temperature', 'top_p', 'top_k', 'seed', 'stop', 'frequency_penalty', 'presence_penalty'] as const;

/** A chat as what such a server is asked. */
export interface TextRequest {
  readonly prompt: string;
  /** How the text is to be written: OpenAI's members, `max_tokens`, and those of the vendor's own. */
  readonly parameters: JsonObject;
  readonly isStream: boolean;
  readonly warnings: AdapterWarning[];
}

/** Throws a 400 for what such a server cannot do. */
export function textRequest(vendor: Vendor, call: ChatCall): TextRequest {
  const request = readChatRequest(vendor, call.request);
  const review = new MemberReview(vendor, call);
  for (const [member, harmless] of UNSUPPORTED) {
    if (isAsked(request[member], harmless)) review.leaveOut(member, 'it is not supported');
  }
  return {
    prompt: promptOf(vendor, request.messages),
    parameters: parametersOf(request),
    isStream: request.stream === true,
    warnings: review.conclude(),
  };
}

function isAsked(value: unknown, harmless: unknown): boolean {
  if (value === undefined || value === harmless) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(typeof value === 'object' && value !== null && 'type' in value && value.type === 'text');
}

function parametersOf(request: ChatRequest): JsonObject {
  const said = SAMPLING.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]] as const]));
  const longest = request.max_completion_tokens ?? request.max_tokens;
  return { ...Object.fromEntries(said), ...(longest !== undefined && { max_tokens: longest }), ...ownMembers(request) };
}

/** The same members under a vendor's names. */
export function renamedMembers(members: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [names[name] ?? name, value]));
}
