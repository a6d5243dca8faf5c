import { asString, isJsonObject, type ChatMessage, type ContentPart, type JsonObject } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { chatParts, textOfPart } from './chat-parts.ts';

/** A tool's result in chat: a message of the role `tool`, which holds text alone, and what of the result is none. */
export interface ChatToolResult {
  readonly message: ChatMessage;
  /** Images and files; they follow in the user's next message, because chat takes them from nobody else. */
  readonly attachments: readonly ContentPart[];
}

/** Before a result that the caller marked as an error: chat has no such mark. */
const FAILED = 'Error: ';

export function chatToolResult(block: JsonObject, place: string): ChatToolResult {
  const id = asString(block.tool_use_id);
  if (!id) throw badRequest(`${place}.tool_use_id is required and must be text`, `${place}.tool_use_id`);
  const parts = resultParts(block.content, `${place}.content`);
  const text = parts.filter(isText).map(textOfPart);
  const attachments = parts.filter((part) => !isText(part));
  const prefix = block.is_error === true && !text[0]?.startsWith(FAILED) ? FAILED : '';
  const message = { role: 'tool', tool_call_id: id, content: prefix + textOf(text, attachments.length) } as const;
  if (attachments.length === 0) return { message, attachments };
  return { message, attachments: [{ type: 'text', text: `What the tool call ${id} returned:` }, ...attachments] };
}

function resultParts(content: unknown, place: string): ContentPart[] {
  if (content === undefined || content === null) return [];
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  if (!Array.isArray(content)) throw badRequest(`${place} must be text or a list of blocks`, place);
  return chatParts(content, place);
}

function textOf(texts: readonly string[], attachments: number): string {
  if (texts.length === 0 && attachments > 0) return 'The result is attached to the next message.';
  return texts.join('\n');
}

function isText(part: ContentPart): boolean {
  return isJsonObject(part) && part.type === 'text';
}
