import type { ChatMessage } from '../../spec/chat.ts';

/** A turn as the engine knows it: plain text. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** OpenAI's messages as plain turns; what has no text form (images, audio) is named in `unsupported`. */
export function toModelMessages(messages: readonly ChatMessage[]): { messages: ModelMessage[]; unsupported: string[] } {
  const unsupported = new Set<string>();
  const turns = messages.map((message): ModelMessage => {
    const text = textOf(message, unsupported);
    switch (message.role) {
      case 'system':
      case 'developer':
        return { role: 'system', text };
      case 'assistant':
        return { role: 'assistant', text: text + toolCallsText(message) };
      case 'tool':
      case 'function':
        return { role: 'user', text: `Result of ${message.name ?? message.tool_call_id ?? 'the tool'}:\n${text}` };
      case 'user':
        return { role: 'user', text };
    }
  });
  return { messages: turns, unsupported: [...unsupported] };
}

function textOf(message: ChatMessage, unsupported: Set<string>): string {
  if (typeof message.content === 'string') return message.content;
  const texts = (message.content ?? []).map((part) => {
    if (part.type === 'text' && typeof part.text === 'string') return part.text;
    unsupported.add(`messages[].content of type ${part.type}`);
    return '';
  });
  return texts.filter((text) => text !== '').join('\n');
}

function toolCallsText(message: ChatMessage): string {
  return (message.tool_calls ?? []).map((call) => `\n${call.function.name}(${call.function.arguments})`).join('');
}
