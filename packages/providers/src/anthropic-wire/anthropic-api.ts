/**
 * The part of Anthropic's Messages API that requests are written in (platform.claude.com/docs/en/api/messages,
 * version 2023-06-01, read 2026-11). Answers are not typed here: they are read forgivingly.
 */

/** A mark of what is kept in the prompt cache (`{type: 'ephemeral', ttl}`), as the caller wrote it; the vendor reads it. */
export type CacheControl = Readonly<Record<string, unknown>>;

export interface TextBlock {
  type: 'text';
  text: string;
  cache_control?: CacheControl;
}

/** The last is the caller's own, in Anthropic's words already. */
export type MediaSource =
  | { type: 'base64'; media_type: string; data: string }
  | { type: 'text'; media_type: 'text/plain'; data: string }
  | { type: 'url'; url: string }
  | { type: 'file'; file_id: string }
  | Record<string, unknown>;

export interface MediaBlock {
  type: 'image' | 'document';
  source: MediaSource;
  title?: string;
  cache_control?: CacheControl;
}

export interface ToolUseBlock {
  type: 'tool_use';
  id: string;
  name: string;
  input: Record<string, unknown>;
  cache_control?: CacheControl;
}

export interface ToolResultBlock {
  type: 'tool_result';
  tool_use_id: string;
  content: string | (TextBlock | MediaBlock)[];
  cache_control?: CacheControl;
}

export type ReasoningBlock =
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string };

export type ContentBlock = TextBlock | MediaBlock | ToolUseBlock | ToolResultBlock | ReasoningBlock;

export interface AnthropicMessage {
  role: 'user' | 'assistant';
  content: ContentBlock[];
}

export interface AnthropicTool {
  /** A tool of the caller's; Anthropic's own have types of theirs. */
  type: 'custom';
  name: string;
  description?: string;
  input_schema: Record<string, unknown>;
  strict?: true;
  cache_control?: CacheControl;
}

/** `disable_parallel_tool_use` belongs to the choice; there is no such member of the request. */
export type AnthropicToolChoice =
  | { type: 'auto' | 'any'; disable_parallel_tool_use?: boolean }
  | { type: 'tool'; name: string; disable_parallel_tool_use?: boolean }
  | { type: 'none' };

/** `adaptive`, `disabled`, or `enabled` with `budget_tokens`; as the caller wrote it where it was the caller's. */
export interface Thinking {
  type?: unknown;
  budget_tokens?: unknown;
  display?: unknown;
}

export interface OutputConfig {
  effort?: string;
  format?: { type: 'json_schema'; schema: Record<string, unknown> };
}
