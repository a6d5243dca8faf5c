import type { MessageMembers } from '../openai-wire/chat-dialect.ts';

/** The members of messages that Mistral has (docs.mistral.ai, "Chat", 2026-11); it refuses any other. */
export const mistralMessageMembers: MessageMembers = {
  system: ['role', 'content'],
  user: ['role', 'content'],
  assistant: ['role', 'content', 'tool_calls', 'prefix'],
  tool: ['role', 'content', 'tool_call_id', 'name'],
};
