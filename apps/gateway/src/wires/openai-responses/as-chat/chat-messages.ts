import type { ChatMessage, ResponseItem, ThinkingBlock } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { openThinking } from '../reasoning-seal.ts';
import { chatContent, textOf } from './chat-content.ts';

const ROLES = new Set(['user', 'assistant', 'system', 'developer']);

/** The items of a conversation as messages of a chat. `position` names those of the request in errors. */
export function chatMessages(items: readonly ResponseItem[], firstOfRequest: number): ChatMessage[] {
  const turns = new Turns();
  for (const [index, item] of items.entries()) turns.add(item, `input[${index - firstOfRequest}]`);
  return turns.messages;
}

/** What a model said, thought and called in one turn is one message of a chat. */
class Turns {
  readonly messages: ChatMessage[] = [];
  #reasoning = '';
  #thinking: ThinkingBlock[] = [];

  add(item: ResponseItem, at: string): void {
    switch (item.type) {
      case undefined:
      case 'message':
        this.#addMessage(item, at);
        return;
      case 'reasoning':
        this.#reasoning += textOf(item.summary) || textOf(item.content);
        this.#thinking.push(...(openThinking(item.encrypted_content) ?? []));
        return;
      case 'function_call':
        this.#addCall(item, at);
        return;
      case 'function_call_output':
        this.#addOutput(item, at);
        return;
      default:
        throw badRequest(
          `${at}.type: a model for chat takes no item of the type ${JSON.stringify(item.type)}`,
          `${at}.type`,
        );
    }
  }

  #addMessage({ role, content }: ResponseItem, at: string): void {
    if (typeof role !== 'string' || !ROLES.has(role)) {
      throw badRequest(`${at}.role must be one of ${[...ROLES].join(', ')}`, `${at}.role`);
    }
    const said = chatContent(content, `${at}.content`);
    if (role !== 'assistant') this.messages.push({ role: role as ChatMessage['role'], content: said });
    else this.#ownMessage(false).content = said;
  }

  #addCall({ call_id: id, name, arguments: text }: ResponseItem, at: string): void {
    if (typeof id !== 'string') throw badRequest(`${at}.call_id must be text`, `${at}.call_id`);
    if (typeof name !== 'string') throw badRequest(`${at}.name must be text`, `${at}.name`);
    const called = { name, arguments: typeof text === 'string' ? text : '{}' };
    const message = this.#ownMessage(true);
    message.tool_calls = [...(message.tool_calls ?? []), { id, type: 'function', function: called }];
  }

  #addOutput({ call_id: id, output }: ResponseItem, at: string): void {
    if (typeof id !== 'string') throw badRequest(`${at}.call_id must be text`, `${at}.call_id`);
    this.messages.push({ role: 'tool', tool_call_id: id, content: chatContent(output ?? '', `${at}.output`) });
  }

  /** The model's message under way, or a new one, with what it thought before. Calls belong to what was just said. */
  #ownMessage(isCall: boolean): ChatMessage {
    const last = this.messages.at(-1);
    const hasThought = this.#reasoning !== '' || this.#thinking.length > 0;
    if (isCall && last?.role === 'assistant' && !hasThought) return last;
    const message: ChatMessage = {
      role: 'assistant',
      content: null,
      ...(this.#reasoning !== '' && { reasoning_content: this.#reasoning }),
      ...(this.#thinking.length > 0 && { thinking_blocks: this.#thinking }),
    };
    this.#reasoning = '';
    this.#thinking = [];
    this.messages.push(message);
    return message;
  }
}
