import { refusedRequest } from '../../kit/failure/failures.ts';
import { asObject, asObjects, asString, type JsonObject } from '../../kit/json.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { ChatMessage, ContentPart } from '../../spec/operations/chat.ts';
import type { ResponseItem } from '../../spec/operations/responses.ts';
import { reasoningItem } from './sealed-reasoning.ts';

/** A conversation as instructions and what followed them. */
export interface ResponsesInput {
  readonly instructions: string | undefined;
  readonly input: ResponseItem[];
}

const isInstruction = ({ role }: ChatMessage): boolean => role === 'system' || role === 'developer';

/** Instructions are what stands first; later ones keep their place. */
export function responsesInput(vendor: Vendor, messages: readonly ChatMessage[]): ResponsesInput {
  const first = messages.findIndex((message) => !isInstruction(message));
  const head = first === -1 ? messages : messages.slice(0, first);
  const instructions = head.flatMap(({ content }) => textsOf(content)).filter((text) => text !== '');
  return {
    instructions: instructions.length > 0 ? instructions.join('\n') : undefined,
    input: messages.flatMap((message, position) =>
      position < head.length ? [] : itemsOf(vendor, message, `messages[${position}]`),
    ),
  };
}

function itemsOf(vendor: Vendor, message: ChatMessage, at: string): ResponseItem[] {
  switch (message.role) {
    case 'assistant':
      return assistantItems(message);
    case 'tool':
    case 'function':
      return [{ type: 'function_call_output', call_id: message.tool_call_id, output: textOf(message.content) }];
    case 'system':
    case 'developer':
    case 'user':
      return messageItem(message.role, contentParts(vendor, message.content, `${at}.content`));
  }
}

/** What was thought, said and called, in this order. */
function assistantItems({ content, thinking_blocks: blocks, tool_calls: calls }: ChatMessage): ResponseItem[] {
  const thought = asObjects(blocks).flatMap((block): ResponseItem[] => [reasoningItem(block) ?? []].flat());
  const text = textOf(content);
  const called = (calls ?? []).map(({ id, function: { name, arguments: given } }) => ({
    type: 'function_call',
    call_id: id,
    name,
    arguments: given,
  }));
  return [...thought, ...messageItem('assistant', text === '' ? [] : [{ type: 'output_text', text }]), ...called];
}

function messageItem(role: ChatMessage['role'], content: JsonObject[]): ResponseItem[] {
  return content.length === 0 ? [] : [{ type: 'message', role, content }];
}

function contentParts(vendor: Vendor, content: ChatMessage['content'], at: string): JsonObject[] {
  if (Array.isArray(content)) return content.map((part, index) => partOf(vendor, part, `${at}[${index}]`));
  return content ? [{ type: 'input_text', text: content }] : [];
}

function partOf(vendor: Vendor, part: ContentPart, at: string): JsonObject {
  const { type, text, image_url: image, file }: JsonObject = part;
  switch (type) {
    case 'text':
      return { type: 'input_text', text };
    case 'image_url':
      return {
        type: 'input_image',
        image_url: asString(image) ?? asObject(image)?.url,
        detail: asObject(image)?.detail ?? 'auto',
      };
    case 'file':
      return { type: 'input_file', ...asObject(file) };
    default:
      throw refusedRequest(
        vendor,
        `${at}.type: responses take text, images and files, no ${String(type)}`,
        `${at}.type`,
      );
  }
}

function textOf(content: ChatMessage['content']): string {
  return textsOf(content).join('');
}

function textsOf(content: ChatMessage['content']): string[] {
  if (!Array.isArray(content)) return [content ?? ''];
  return content.map((part) => ('text' in part && typeof part.text === 'string' ? part.text : ''));
}
