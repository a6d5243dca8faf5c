import {
  asObject,
  asObjects,
  type AssistantMessage,
  type ResponseItem,
  type ThinkingBlock,
} from '@showrunner/providers';
import { itemId, type ItemStatus } from '../items.ts';
import { sealThinking } from '../reasoning-seal.ts';
import type { CalledTools } from '../tools/called-tools.ts';

/** What a chat's message says, thinks and calls, as the items of a response, in that order. */
export function outputItems(
  message: AssistantMessage,
  logprobs: unknown,
  status: ItemStatus,
  tools: CalledTools,
): ResponseItem[] {
  const { content, refusal, reasoning_content: reasoning, thinking_blocks: blocks, tool_calls: calls } = message;
  const said = [
    ...(content ? [textPart(content, tokenLogprobs(logprobs))] : []),
    ...(refusal ? [refusalPart(refusal)] : []),
  ];
  return [
    ...(reasoning || blocks?.length ? [reasoningItem(itemId('reasoning'), reasoning ?? '', blocks)] : []),
    ...(said.length > 0 ? [messageItem(itemId('message'), said, status)] : []),
    ...(calls ?? []).map((call) => tools.item(tools.newId(call.function.name), call, status)),
  ];
}

export function textPart(text: string, logprobs: readonly unknown[] = []): object {
  return { type: 'output_text', annotations: [], logprobs, text };
}

export function refusalPart(refusal: string): object {
  return { type: 'refusal', refusal };
}

export function messageItem(id: string, content: readonly object[], status: ItemStatus): ResponseItem {
  return { id, type: 'message', status, content, role: 'assistant' };
}

export function reasoningItem(id: string, summary: string, blocks: readonly ThinkingBlock[] | undefined): ResponseItem {
  return {
    id,
    type: 'reasoning',
    summary: summary === '' ? [] : [summaryPart(summary)],
    ...(blocks?.length && { encrypted_content: sealThinking(blocks) }),
  };
}

export function summaryPart(text: string): object {
  return { type: 'summary_text', text };
}

/** What a chat says of how likely its tokens were. */
export function tokenLogprobs(logprobs: unknown): readonly unknown[] {
  return asObjects(asObject(logprobs)?.content);
}
