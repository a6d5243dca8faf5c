import type { ModelMessage } from '../child/messages.ts';
import type { ChatMessage, ContentPart } from '../../spec/operations/chat.ts';

/** A message as the model reads it: text alone, in one of three roles. Throws where it holds what is no text. */
export function toModelMessage(message: ChatMessage): ModelMessage {
  const text = contentText(message.content);
  switch (message.role) {
    case 'system':
    case 'developer':
      return { role: 'system', text };
    case 'assistant':
      return { role: 'assistant', text: [text, ...toolCallLines(message)].filter((line) => line !== '').join('\n') };
    case 'tool':
    case 'function':
      return { role: 'user', text: `Result of the function ${message.name ?? message.tool_call_id ?? ''}:\n${text}` };
    case 'user':
      return { role: 'user', text };
  }
}

function contentText(content: string | ContentPart[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(partText).join('\n');
}

function partText(part: ContentPart): string {
  if (part.type === 'text' && typeof part.text === 'string') return part.text;
  throw new NotTextError(part.type);
}

function toolCallLines({ tool_calls: calls }: ChatMessage): string[] {
  return (calls ?? []).map(({ function: { name, arguments: argumentText } }) => `Called ${name}(${argumentText})`);
}

export class NotTextError extends Error {
  constructor(type: string) {
    super(`a message has a part of type "${type}"; the local model reads text alone`);
    this.name = 'NotTextError';
  }
}
