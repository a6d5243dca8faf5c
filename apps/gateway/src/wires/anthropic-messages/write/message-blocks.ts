import type { AssistantMessage, JsonObject, ToolCall } from '@showrunner/providers';
import { callArguments } from '../../openai/call-arguments.ts';
import type { ToolNames } from '../as-chat/tool-names.ts';

/** Content of an answer. */
export type MessageBlock =
  | { type: 'text'; text: string }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string }
  | { type: 'tool_use'; id: string; name: string; input: JsonObject };

/** What a model said in chat as blocks: its thinking, its words, its calls of tools. */
export function messageBlocks(message: AssistantMessage, names: ToolNames, isCut: boolean): MessageBlock[] {
  const texts = [message.content, message.refusal].filter((text) => typeof text === 'string' && text !== '');
  return [
    ...thinkingBlocks(message),
    ...texts.map((text) => ({ type: 'text', text: text ?? '' }) as const),
    ...(message.tool_calls ?? []).flatMap((call) => toolUse(call, names, isCut)),
  ];
}

/** Anthropic takes letters, digits, `_` and `-`; other vendors' ids hold dots and colons. The same id stays the same. */
export function toolUseId(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_');
}

/** Reasoning that nobody signed has an empty signature, by which it is known when it comes back. */
function thinkingBlocks({ thinking_blocks: blocks, reasoning_content: reasoning }: AssistantMessage): MessageBlock[] {
  if (Array.isArray(blocks) && blocks.length > 0) return [...blocks];
  return typeof reasoning === 'string' && reasoning !== ''
    ? [{ type: 'thinking', thinking: reasoning, signature: '' }]
    : [];
}

function toolUse({ id, function: called }: ToolCall, names: ToolNames, isCut: boolean): MessageBlock[] {
  const input = callArguments(called, isCut);
  return input ? [{ type: 'tool_use', id: toolUseId(id), name: names.long(called.name), input }] : [];
}
