import type {
  ChatChunk,
  ChatCompletion,
  ChatDelta,
  FinishReason,
  ToolCall,
  Usage,
} from '../../spec/operations/chat.ts';
import type { TokenCounts } from '../child/messages.ts';

/** What is the same in all parts of one answer. */
export interface AnswerHead {
  id: string;
  created: number;
  model: string;
}

export function answerHead(model: string): AnswerHead {
  return { id: `chatcmpl-${crypto.randomUUID()}`, created: Math.floor(Date.now() / 1000), model };
}

export function completion(
  head: AnswerHead,
  answer: { text: string; toolCall: ToolCall | undefined; finishReason: FinishReason; counts: TokenCounts },
): ChatCompletion {
  const { text, toolCall, finishReason, counts } = answer;
  const message = toolCall
    ? { role: 'assistant' as const, content: null, tool_calls: [toolCall] }
    : { role: 'assistant' as const, content: text };
  const choices = [{ index: 0, message, finish_reason: finishReason }];
  return { ...head, object: 'chat.completion', choices, usage: usage(counts) };
}

export function chunk(head: AnswerHead, delta: ChatDelta, finishReason: FinishReason | null = null): ChatChunk {
  return { ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finishReason }] };
}

export function usageChunk(head: AnswerHead, counts: TokenCounts): ChatChunk {
  return { ...head, object: 'chat.completion.chunk', choices: [], usage: usage(counts) };
}

function usage({ promptTokens, cachedTokens, completionTokens }: TokenCounts): Usage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: { cached_tokens: cachedTokens },
  };
}
