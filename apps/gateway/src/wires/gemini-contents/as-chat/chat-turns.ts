import type {
  ChatMessage,
  Content,
  ContentPart,
  ContentsRequest,
  JsonObject,
  ThinkingBlock,
  ToolCall,
} from '@showrunner/providers';
import { member, objectIn, textIn } from '../member.ts';
import { CallIds } from './call-ids.ts';
import { chatPart } from './chat-part.ts';

/** The conversation as chat's messages, the instructions first. */
export function chatTurns(request: ContentsRequest): ChatMessage[] {
  const ids = new CallIds();
  const turns = request.contents.flatMap((turn, index) => chatTurn(turn, ids, `contents[${index}]`));
  return [...systemMessage(objectIn(request, 'systemInstruction')), ...turns];
}

function systemMessage(instruction: JsonObject | undefined): ChatMessage[] {
  const { parts = [] } = (instruction ?? {}) as Content;
  const content = parts.flatMap((part, index) => chatPart(part, `systemInstruction.parts[${index}]`));
  return content.length > 0 ? [{ role: 'system', content: textAlone(content) ?? content }] : [];
}

function chatTurn({ role, parts = [] }: Content, ids: CallIds, at: string): ChatMessage[] {
  if (role === 'model') return assistantMessage(parts, ids, at);
  const results: ChatMessage[] = [];
  const said: ContentPart[] = [];
  for (const [index, part] of parts.entries()) {
    const result = objectIn(part, 'functionResponse');
    if (!result) {
      said.push(...chatPart(part, `${at}.parts[${index}]`));
      continue;
    }
    const id = ids.answered(textIn(result, 'name') ?? '', textIn(result, 'id'));
    results.push({ role: 'tool', tool_call_id: id, content: JSON.stringify(member(result, 'response') ?? {}) });
    said.push(...attachments(result, `${at}.parts[${index}].functionResponse`));
  }
  // Results of tools are messages of their own and stand right behind the calls.
  return said.length > 0 ? [...results, { role: 'user', content: textAlone(said) ?? said }] : results;
}

/** Pictures and files that a tool gave: chat takes them from a user alone. */
function attachments(result: JsonObject, at: string): ContentPart[] {
  const parts = member(result, 'parts');
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown, index) => chatPart(part as JsonObject, `${at}.parts[${index}]`));
}

/** Thoughts stay with their signatures, for vendors that take them back; what ran at Google itself is left out. */
function assistantMessage(parts: readonly JsonObject[], ids: CallIds, at: string): ChatMessage[] {
  const thoughts = thinkingBlocks(parts);
  const spoken = parts.filter((part) => part.thought !== true && typeof part.text === 'string');
  const text = spoken.map((part) => part.text).join('');
  const calls = parts.flatMap((part, index) => toolCall(objectIn(part, 'functionCall'), ids, `${at}.parts[${index}]`));
  if (text === '' && calls.length === 0 && thoughts.length === 0) return [];
  const reasoning = thoughts.map((block) => (block.type === 'thinking' ? block.thinking : '')).join('');
  return [
    {
      role: 'assistant',
      content: text === '' ? null : text,
      ...(reasoning !== '' && { reasoning_content: reasoning }),
      ...(thoughts.length > 0 && { thinking_blocks: thoughts }),
      ...(calls.length > 0 && { tool_calls: calls }),
    },
  ];
}

/** A thought may come in several parts; the last one has the signature of them all. */
function thinkingBlocks(parts: readonly JsonObject[]): ThinkingBlock[] {
  const blocks: ThinkingBlock[] = [];
  let thinking = '';
  for (const part of parts.filter(({ thought }) => thought === true)) {
    thinking += textIn(part, 'text') ?? '';
    const signature = textIn(part, 'thoughtSignature');
    if (signature === undefined) continue;
    blocks.push({ type: 'thinking', thinking, signature });
    thinking = '';
  }
  return thinking === '' ? blocks : [...blocks, { type: 'thinking', thinking, signature: '' }];
}

function toolCall(called: JsonObject | undefined, ids: CallIds, at: string): ToolCall[] {
  if (!called) return [];
  const name = textIn(called, 'name') ?? '';
  const id = ids.called(name, textIn(called, 'id'), `${at}.functionCall.name`);
  return [{ id, type: 'function', function: { name, arguments: JSON.stringify(member(called, 'args') ?? {}) } }];
}

/** One text, as most vendors want it; nothing where there is more than text. */
function textAlone(parts: readonly ContentPart[]): string | undefined {
  const [only, ...others] = parts;
  return others.length === 0 && only && 'text' in only && typeof only.text === 'string' ? only.text : undefined;
}
