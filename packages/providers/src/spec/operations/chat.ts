import type { HttpOperation, ProviderCall, StreamDecoder } from '../call.ts';

/**
 * The shapes that travel inside the gateway: OpenAI's chat completions (API reference, "Chat", 2026-11), because
 * that is what callers send and what most vendors speak. What callers send was checked at the door; what vendors
 * return is read forgivingly, so every member that a vendor may leave out is optional here.
 */

export type ChatRole = 'system' | 'developer' | 'user' | 'assistant' | 'tool' | 'function';

export type ContentPart =
  | { type: 'text'; text: string; cache_control?: { type: 'ephemeral' } }
  | { type: 'image_url'; image_url: { url: string; detail?: string } }
  | { type: string; [member: string]: unknown };

export interface ToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}

export interface ChatMessage {
  role: ChatRole;
  content?: string | ContentPart[] | null;
  name?: string;
  tool_calls?: ToolCall[] | null;
  tool_call_id?: string | null;
  [member: string]: unknown;
}

export interface FunctionTool {
  type: 'function';
  function: {
    name: string;
    description?: string | null;
    parameters?: Record<string, unknown> | null;
    strict?: boolean | null;
  };
}

/** A function of the caller's, or a tool of the vendor's own (`web_search`, …), which has members of its own. */
export type ToolDefinition = FunctionTool | { type: string; function?: undefined; [member: string]: unknown };

export type ResponseFormat =
  | { type: 'text' }
  | { type: 'json_object' }
  | {
      type: 'json_schema';
      json_schema: {
        name?: string | null;
        description?: string | null;
        schema?: Record<string, unknown> | null;
        strict?: boolean | null;
      };
    };

/** A chat completion request; members this gateway does not know pass through to vendors of the same wire. */
export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  temperature?: number;
  top_p?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  stop?: string | string[];
  seed?: number;
  n?: number;
  user?: string;
  tools?: ToolDefinition[];
  tool_choice?: string | { type: string; function?: { name: string } };
  parallel_tool_calls?: boolean;
  response_format?: ResponseFormat;
  reasoning_effort?: string;
  [member: string]: unknown;
}

/** Token counts as the vendor billed them. */
export interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details?: {
    /** Read from the vendor's prompt cache; part of `prompt_tokens`. */
    cached_tokens?: number;
    /** Written to the vendor's prompt cache; part of `prompt_tokens`. LiteLLM gives it under both names. */
    cache_creation_tokens?: number;
    cache_write_tokens?: number;
    /** How much of `cache_creation_tokens` is kept for how long, because an hour costs more than five minutes. */
    cache_creation_token_details?: { ephemeral_5m_input_tokens: number; ephemeral_1h_input_tokens: number };
    /** What sound and pictures among the question count as; part of `prompt_tokens`. */
    audio_tokens?: number;
    image_tokens?: number;
    /** What is none of these. */
    text_tokens?: number;
  };
  /** Anthropic's own names of the cached parts, as LiteLLM gives them beside OpenAI's. */
  cache_read_input_tokens?: number;
  cache_creation_input_tokens?: number;
  /** All of them part of `completion_tokens`. */
  completion_tokens_details?: {
    reasoning_tokens?: number;
    audio_tokens?: number;
    image_tokens?: number;
    text_tokens?: number;
  };
  /** Anthropic's word for how the call was served (`standard`, `priority`, `batch`). */
  service_tier?: string;
}

/**
 * A block of Anthropic's thinking with the signature that proves it unchanged (LiteLLM's member name and shape).
 * Callers that go on after a tool call send it back on the assistant's message.
 */
export type ThinkingBlock =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string };

/** In a stream a block says the how manyeth of its message it is. */
export type StreamedThinkingBlock = ThinkingBlock & { index: number };

export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

export interface AssistantMessage {
  role: 'assistant';
  content: string | null;
  refusal?: string | null;
  tool_calls?: ToolCall[];
  /** The model's reasoning where the vendor shows it (LiteLLM's member name). */
  reasoning_content?: string;
  thinking_blocks?: ThinkingBlock[];
  [member: string]: unknown;
}

export interface ChatCompletion {
  id: string;
  object: 'chat.completion';
  created: number;
  model: string;
  choices: { index: number; message: AssistantMessage; finish_reason: FinishReason | null }[];
  usage?: Usage;
  [member: string]: unknown;
}

export interface ToolCallDelta {
  index: number;
  id?: string;
  type?: 'function';
  function?: { name?: string; arguments?: string };
}

export interface ChatDelta {
  role?: 'assistant';
  content?: string | null;
  refusal?: string | null;
  reasoning_content?: string;
  thinking_blocks?: StreamedThinkingBlock[];
  tool_calls?: ToolCallDelta[];
  [member: string]: unknown;
}

/** One server-sent event of a stream; the last one before `[DONE]` carries usage and no choice. */
export interface ChatChunk {
  id: string;
  object: 'chat.completion.chunk';
  created: number;
  model: string;
  choices: { index: number; delta: ChatDelta; finish_reason: FinishReason | null }[];
  usage?: Usage | null;
  [member: string]: unknown;
}

/** One chat completion to make. */
export type ChatCall = ProviderCall<ChatRequest>;

/** Chat over HTTP. The stream's usage comes once, in the last chunk, with no choice. */
export interface HttpChat extends HttpOperation<ChatCall, ChatCompletion> {
  stream(call: ChatCall): StreamDecoder<ChatChunk>;
  /** Models of the vendor that speak another wire than its others. */
  readonly others?: readonly ChatOfOthers[];
}

/** How some models of a vendor are asked for a chat. */
export interface ChatOfOthers {
  /** Whose recorded answers theirs are like: a folder of a vendor. */
  readonly name: string;
  readonly title: string;
  fits(model: string): boolean;
  readonly chat: HttpChat | BridgedChat;
}

/** Chat that is made in this process, by a model that runs here or by another library's client. Throws a `ProviderError`. */
export interface InProcessChat {
  complete(call: ChatCall, signal: AbortSignal): Promise<ChatCompletion>;
  stream(call: ChatCall, signal: AbortSignal): AsyncIterable<ChatChunk>;
}

/** Chat of a vendor that is called by a package of Vercel's AI SDK, which speaks its wire and does its HTTP. */
export interface BridgedChat extends InProcessChat {
  readonly wire: 'bridge';
}

/** Chat, as each way to reach a vendor makes it. */
export interface ChatOperation {
  http: HttpChat | BridgedChat;
  embedded: InProcessChat;
}
