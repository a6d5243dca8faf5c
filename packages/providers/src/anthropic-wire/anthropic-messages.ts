import { isForeignThinking } from './foreign-thinking.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { asObjects, asString, isJsonObject, parseJson } from '../kit/json.ts';
import { plainId } from '../kit/things/plain-id.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ToolCall } from '../spec/operations/chat.ts';
import type {
  AnthropicMessage,
  ContentBlock,
  ReasoningBlock,
  TextBlock,
  ToolResultBlock,
  ToolUseBlock,
} from './anthropic-api.ts';
import { contentBlocks, readCacheControl } from './content-blocks.ts';

/** A conversation in Anthropic's form: instructions apart, turns that alternate. */
export interface AnthropicConversation {
  system: TextBlock[];
  messages: AnthropicMessage[];
}

/**
 * System and developer messages become `system`, wherever they stand. Tool results are turns of the user. Neighbours
 * of one role become one turn, so that the results of parallel calls arrive together, as Anthropic wants them.
 */
export function anthropicMessages(vendor: Vendor, messages: readonly ChatMessage[]): AnthropicConversation {
  const system: TextBlock[] = [];
  const turns: AnthropicMessage[] = [];
  for (const [position, message] of messages.entries()) {
    const path = `messages[${position}]`;
    const blocks = withCacheControl(messageBlocks(vendor, message, path), message);
    if (message.role === 'system' || message.role === 'developer') system.push(...blocks.filter(isText));
    else addTurn(turns, message.role === 'assistant' ? 'assistant' : 'user', blocks);
  }
  trimPrefill(turns);
  // Anthropic wants at least one turn; OpenAI's callers may send instructions alone.
  if (turns.length === 0) {
    if (system.length === 0) throw refusedRequest(vendor, 'messages: there is no text in any of them', 'messages');
    return { system: [], messages: [{ role: 'user', content: system }] };
  }
  return { system, messages: turns };
}

function messageBlocks(vendor: Vendor, message: ChatMessage, path: string): ContentBlock[] {
  switch (message.role) {
    case 'assistant':
      return [
        ...reasoningBlocks(message),
        ...contentBlocks(vendor, message.content, `${path}.content`),
        ...(message.tool_calls ?? []).map((call, position) => toolUse(vendor, call, `${path}.tool_calls[${position}]`)),
      ];
    case 'tool':
      return [
        {
          type: 'tool_result',
          tool_use_id: toolUseId(vendor, message.tool_call_id, `${path}.tool_call_id`),
          content: toolResult(vendor, message.content, `${path}.content`),
        },
      ];
    case 'function':
      throw refusedRequest(
        vendor,
        `${path}.role: "function" messages carry no call id, which Anthropic needs; send tools and role "tool" instead`,
        `${path}.role`,
      );
    case 'system':
    case 'developer':
    case 'user':
      return contentBlocks(vendor, message.content, `${path}.content`);
  }
}

/** A text stays one, as Anthropic takes it too; a blank one is left out like any other. */
function toolResult(vendor: Vendor, content: ChatMessage['content'], path: string): ToolResultBlock['content'] {
  const blocks = contentBlocks(vendor, content, path);
  return typeof content === 'string' && blocks.length > 0 ? content : blocks;
}

/** Thinking goes back as it came, with its signature; Anthropic wants it before the tool use that it led to. */
function reasoningBlocks(message: ChatMessage): ReasoningBlock[] {
  return asObjects(message.thinking_blocks).flatMap((block): ReasoningBlock[] => {
    const data = asString(block.data);
    const signature = asString(block.signature);
    if (isForeignThinking(block)) return [];
    if (block.type === 'redacted_thinking' && data !== undefined) return [{ type: 'redacted_thinking', data }];
    if (block.type !== 'thinking' || signature === undefined) return [];
    return [{ type: 'thinking', thinking: asString(block.thinking) ?? '', signature }];
  });
}

function toolUse(vendor: Vendor, call: ToolCall, path: string): ToolUseBlock {
  const text = call.function.arguments;
  const input = text.trim() === '' ? {} : parseJson(text);
  if (!isJsonObject(input)) {
    const where = `${path}.function.arguments`;
    throw refusedRequest(vendor, `${where}: this must be the text of a JSON object for Anthropic`, where);
  }
  return { type: 'tool_use', id: toolUseId(vendor, call.id, `${path}.id`), name: call.function.name, input };
}

function toolUseId(vendor: Vendor, id: string | null | undefined, path: string): string {
  if (!id) throw refusedRequest(vendor, `${path} is missing`, path);
  return plainId(id);
}

/** A mark on the message stands for a mark on its last block. */
function withCacheControl(blocks: ContentBlock[], message: ChatMessage): ContentBlock[] {
  const mark = readCacheControl(message);
  const last = blocks.at(-1);
  if (!mark || !last || last.type === 'thinking' || last.type === 'redacted_thinking') return blocks;
  return [...blocks.slice(0, -1), { ...last, cache_control: mark }];
}

function addTurn(turns: AnthropicMessage[], role: AnthropicMessage['role'], blocks: ContentBlock[]): void {
  if (blocks.length === 0) return;
  const last = turns.at(-1);
  if (last?.role === role) last.content.push(...blocks);
  else turns.push({ role, content: [...blocks] });
}

/** Anthropic refuses a last assistant turn, the beginning of the answer, that ends in white space. */
function trimPrefill(turns: readonly AnthropicMessage[]): void {
  const last = turns.at(-1);
  const block = last?.content.at(-1);
  if (last?.role === 'assistant' && block?.type === 'text') {
    last.content[last.content.length - 1] = { ...block, text: block.text.trimEnd() };
  }
}

function isText(block: ContentBlock): block is TextBlock {
  return block.type === 'text';
}
