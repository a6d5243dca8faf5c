import {
  isJsonObject,
  parseJson,
  ProviderError,
  type AssistantMessage,
  type JsonObject,
  type ToolCall,
} from '@showrunner/providers';
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

/** A call that the end of its answer cut through is none. Throws where a whole one has no arguments that can be read. */
function toolUse({ id, function: called }: ToolCall, names: ToolNames, isCut: boolean): MessageBlock[] {
  const input = called.arguments.trim() === '' ? {} : parseJson(called.arguments);
  if (isJsonObject(input)) return [{ type: 'tool_use', id: toolUseId(id), name: names.long(called.name), input }];
  if (isCut) return [];
  throw new ProviderError({
    kind: 'malformed_answer',
    message: `The model called the tool "${called.name}" with arguments that are no JSON object`,
    provider: 'gateway',
    status: 502,
    isRetryable: true,
  });
}
