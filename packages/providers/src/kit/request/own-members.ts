import type { ChatRequest } from '../../spec/operations/chat.ts';
import { isJsonObject, type JsonObject } from '../json.ts';

/** What OpenAI's chat has (API reference, "Create chat completion", 2026-11), and what LiteLLM gives all vendors beside it. */
const CHAT_MEMBERS: ReadonlySet<string> = namesIn(`
  model messages stream stream_options temperature top_p max_tokens max_completion_tokens stop seed n user tools
  tool_choice parallel_tool_calls response_format reasoning_effort frequency_penalty presence_penalty logit_bias logprobs
  top_logprobs prediction audio modalities functions function_call metadata store service_tier verbosity
  web_search_options safety_identifier prompt_cache_key prompt_cache_retention
  thinking top_k cache_control
`);

/** Members of vendors of OpenAI's wire alone: after a fallback to another vendor they say nothing. */
const OF_OTHERS: ReadonlySet<string> = namesIn(`
  min_p top_a repetition_penalty length_penalty ignore_eos skip_special_tokens best_of use_beam_search
  chat_template_kwargs enable_thinking guided_json guided_regex guided_choice guided_grammar stop_token_ids
  include_reasoning reasoning provider transforms route num_ctx keep_alive
`);

/**
 * Members of a request that no API of chat has in common: those of a vendor's own, from `extra_body` or beside the
 * others, which is the same once OpenAI's package has sent it. LiteLLM sends them, and so does this gateway.
 *
 * @param read those that the encoder reads itself
 */
export function ownMembers(request: ChatRequest, read: readonly string[] = []): JsonObject | undefined {
  let own: JsonObject | undefined;
  for (const [member, value] of Object.entries(request)) {
    if (value === undefined || value === null || CHAT_MEMBERS.has(member) || OF_OTHERS.has(member)) continue;
    if (!read.includes(member)) own = { ...own, [member]: value };
  }
  return own;
}

const EMBEDDING_MEMBERS: ReadonlySet<string> = namesIn('model input encoding_format dimensions user metadata');

/** The same of a request for embeddings. */
export function ownEmbeddingMembers(request: Readonly<Record<string, unknown>>): JsonObject {
  const isOwn = (member: string, value: unknown): boolean =>
    value !== undefined && value !== null && !EMBEDDING_MEMBERS.has(member);
  const own = Object.entries(request).filter(([member, value]) => isOwn(member, value));
  return Object.fromEntries(own);
}

/** A body with these members; those that are objects on both sides are joined, as LiteLLM joins them. */
export function withOwnMembers(body: JsonObject, own: JsonObject): JsonObject {
  const joined = { ...body };
  for (const [member, value] of Object.entries(own)) {
    const there = joined[member];
    joined[member] = isJsonObject(there) && isJsonObject(value) ? withOwnMembers(there, value) : value;
  }
  return joined;
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
