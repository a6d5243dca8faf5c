import {
  asObjects,
  asString,
  isJsonObject,
  type ChatMessage,
  type ContentPart,
  type JsonObject,
  type MessagesRequest,
  type MessageTurn,
  type ThinkingBlock,
  type ToolCall,
} from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { chatParts, textOfPart, textPart } from './chat-parts.ts';
import type { ToolNames } from './tool-names.ts';
import { chatToolResult } from './tool-results.ts';

/** The conversation as chat's messages, the instructions first. */
export function chatTurns({ system, messages }: MessagesRequest, names: ToolNames): ChatMessage[] {
  const turns = messages.flatMap((turn, position) => chatTurn(turn, names, `messages[${position}]`));
  return [...systemMessage(system), ...turns];
}

function systemMessage(content: unknown): ChatMessage[] {
  if (typeof content === 'string') return content === '' ? [] : [{ role: 'system', content }];
  const parts = asObjects(content)
    .filter(({ type, text }) => type === 'text' && text !== '' && !isBillingNote(text))
    .map(textPart);
  return parts.length > 0 ? [{ role: 'system', content: parts }] : [];
}

/**
 * What Claude Code writes before its instructions for Anthropic's books: its version, and of some versions a digest that
 * is another for each request, behind which no other vendor's cache finds what it knows (LiteLLM 1.108.7 leaves it out
 * for vendors other than Anthropic as well).
 */
function isBillingNote(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith('x-anthropic-billing-header:');
}

function chatTurn({ role, content }: MessageTurn, names: ToolNames, at: string): ChatMessage[] {
  if (role === 'system') return systemMessage(content);
  if (typeof content === 'string') return [{ role, content }];
  return role === 'assistant'
    ? [assistantMessage(content, names, `${at}.content`)]
    : userMessages(content, `${at}.content`);
}

/** Results of tools are messages of their own and stand before what the user says, right behind the calls. */
function userMessages(blocks: readonly unknown[], at: string): ChatMessage[] {
  const results: ChatMessage[] = [];
  const said: ContentPart[] = [];
  for (const [position, block] of blocks.entries()) {
    if (isJsonObject(block) && block.type === 'tool_result') {
      const { message, attachments } = chatToolResult(block, `${at}[${position}]`);
      results.push(message);
      said.push(...attachments);
    } else said.push(...chatParts([block], at));
  }
  return said.length > 0 ? [...results, { role: 'user', content: said }] : results;
}

/** Thinking stays with its signature, for vendors that take it back; what ran at Anthropic itself is left out. */
function assistantMessage(blocks: readonly unknown[], names: ToolNames, at: string): ChatMessage {
  const own = asObjects(blocks);
  const texts = own.filter(({ type }) => type === 'text').map(textPart);
  const thinking = own.flatMap(thinkingBlock);
  const calls = own.filter(({ type }) => type === 'tool_use').map((block) => toolCall(block, names, at));
  const reasoning = thinking.map((block) => (block.type === 'thinking' ? block.thinking : '')).join('');
  return {
    role: 'assistant',
    content: assistantContent(texts),
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(thinking.length > 0 && { thinking_blocks: thinking }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}

/** Text, as most vendors want an assistant's; parts only where one is marked for the vendor's cache. */
function assistantContent(texts: readonly ContentPart[]): string | ContentPart[] | null {
  if (texts.length === 0) return null;
  if (texts.some((part) => 'cache_control' in part)) return [...texts];
  return texts.map(textOfPart).join('');
}

function thinkingBlock({ type, thinking, signature, data }: JsonObject): ThinkingBlock[] {
  if (type === 'redacted_thinking') return [{ type, data: asString(data) ?? '' }];
  if (type !== 'thinking') return [];
  return [{ type, thinking: asString(thinking) ?? '', signature: asString(signature) ?? '' }];
}

function toolCall({ id, name, input }: JsonObject, names: ToolNames, at: string): ToolCall {
  if (typeof id !== 'string' || id === '' || typeof name !== 'string') {
    throw badRequest(`${at}: a tool_use block must have an id and a name`, at);
  }
  return { id, type: 'function', function: { name: names.short(name), arguments: JSON.stringify(input ?? {}) } };
}
