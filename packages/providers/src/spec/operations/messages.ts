import type { ProviderCall } from '../call.ts';
import type { NativeOperation } from '../native-operation.ts';

/**
 * Anthropic's Messages as callers send them (platform.claude.com/docs/en/api/messages, version 2023-06-01, read 2026-11),
 * for vendors that speak that wire themselves: what they are sent and what they answer is not translated. Only members
 * that this gateway looks at are typed; all others go on as they came.
 */
export interface MessagesRequest {
  model: string;
  messages: MessageTurn[];
  system?: string | MessageBlock[];
  max_tokens?: number;
  stream?: boolean;
  stop_sequences?: string[];
  temperature?: number;
  top_p?: number;
  top_k?: number;
  tools?: MessageBlock[];
  tool_choice?: Record<string, unknown>;
  thinking?: Record<string, unknown>;
  output_config?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  [member: string]: unknown;
}

/** One turn. `system` stands in the middle of a conversation where the model knows that. */
export interface MessageTurn {
  role: 'user' | 'assistant' | 'system';
  content: string | MessageBlock[];
  [member: string]: unknown;
}

/** A block of content, or a tool: its type says what else it has. */
export type MessageBlock = Record<string, unknown>;

export type MessagesCall = ProviderCall<MessagesRequest>;

/** A vendor that speaks the wire. */
export type HttpMessages = NativeOperation<MessagesCall>;

/** Messages, as each way to reach a vendor makes them; no model that runs here speaks them. */
export interface MessagesOperation {
  http: HttpMessages;
  embedded: never;
}
