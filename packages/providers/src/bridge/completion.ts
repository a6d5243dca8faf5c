import type { LanguageModelV4Content, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { AssistantMessage, ChatCompletion, ToolCall } from '../spec/operations/chat.ts';
import { citationOf, finishReasonOf, imageOf, usageOf } from './answer.ts';
import type { BridgeDialect } from './dialect.ts';

/** A whole answer of the AI SDK as a chat completion. */
export function completionOf(
  dialect: BridgeDialect,
  { content, finishReason, usage: counted, response }: LanguageModelV4GenerateResult,
  model: string,
): ChatCompletion {
  const message = messageOf(dialect, content);
  const usage = usageOf(counted);
  return {
    id: response?.id ?? `chatcmpl-${crypto.randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor((response?.timestamp?.getTime() ?? Date.now()) / 1000),
    model,
    choices: [{ index: 0, message, finish_reason: finishReasonOf(finishReason, message.tool_calls !== undefined) }],
    ...(usage && { usage }),
  };
}

function messageOf(dialect: BridgeDialect, content: readonly LanguageModelV4Content[]): AssistantMessage {
  const text = joined(content, 'text');
  const reasoning = joined(content, 'reasoning');
  const toolCalls = content.flatMap((part) => toolCallsOf(dialect, part));
  const images = content.flatMap((part) =>
    part.type === 'file' && part.data.type === 'data' ? [imageOf(part.mediaType, part.data.data)] : [],
  );
  const annotations = content.flatMap((part) =>
    part.type === 'source' && part.sourceType === 'url' ? [citationOf(part.url, part.title)] : [],
  );
  return {
    role: 'assistant',
    content: text === '' && toolCalls.length > 0 ? null : text,
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
    ...(images.length > 0 && { images }),
    ...(annotations.length > 0 && { annotations }),
  };
}

function joined(content: readonly LanguageModelV4Content[], kind: 'text' | 'reasoning'): string {
  return content.map((part) => (part.type === kind ? part.text : '')).join('');
}

/** What the vendor called and carried out itself is no call for the caller. */
function toolCallsOf(dialect: BridgeDialect, part: LanguageModelV4Content): ToolCall[] {
  if (part.type !== 'tool-call' || part.providerExecuted === true) return [];
  const id = dialect.toolCallIds?.write(part.toolCallId, part.providerMetadata) ?? part.toolCallId;
  return [{ id, type: 'function', function: { name: part.toolName, arguments: part.input } }];
}
