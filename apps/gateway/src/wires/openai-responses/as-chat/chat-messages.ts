import type { ChatMessage, ContentPart, ResponseItem, ThinkingBlock } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { openThinking } from '../reasoning-seal.ts';
import { chatContent, textOf } from './chat-content.ts';
import { functionItem } from './function-items.ts';

const ROLES = new Set(['user', 'assistant', 'system', 'developer']);

/** The items of a conversation as messages of a chat. `position` names those of the request in errors. */
export function chatMessages(items: readonly ResponseItem[], firstOfRequest: number): ChatMessage[] {
  const turns = new Turns();
  for (const [index, item] of items.entries()) turns.add(functionItem(item), `input[${index - firstOfRequest}]`);
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
    else this.#say(said);
  }

  /** Beside calls that wait for their results it is part of the turn that made them. */
  #say(said: string | ContentPart[]): void {
    const turn = this.#ownMessage(this.#awaitsResults());
    turn.content = together(turn.content ?? '', said);
  }

  #addCall({ call_id: id, name, arguments: text }: ResponseItem, at: string): void {
    if (typeof id !== 'string') throw badRequest(`${at}.call_id must be text`, `${at}.call_id`);
    if (typeof name !== 'string') throw badRequest(`${at}.name must be text`, `${at}.name`);
    const called = { name, arguments: typeof text === 'string' ? text : '{}' };
    const message = this.#ownMessage(true);
    message.tool_calls = [...(message.tool_calls ?? []), { id, type: 'function', function: called }];
  }

  /** A chat has the results of a turn directly behind it, in whatever order they came. */
  #addOutput({ call_id: id, output }: ResponseItem, at: string): void {
    if (typeof id !== 'string') throw badRequest(`${at}.call_id must be text`, `${at}.call_id`);
    const message: ChatMessage = { role: 'tool', tool_call_id: id, content: chatContent(output ?? '', `${at}.output`) };
    const turn = this.messages.findLastIndex(({ tool_calls: calls }) => calls?.some((call) => call.id === id));
    let place = turn === -1 ? this.messages.length : turn + 1;
    while (this.messages[place]?.role === 'tool') place++;
    this.messages.splice(place, 0, message);
  }

  /** Whether the last message has called, and nothing has come back of it. */
  #awaitsResults(): boolean {
    return this.messages.at(-1)?.tool_calls !== undefined;
  }

  /** The model's message under way, or a new one, with what it thought before. Calls belong to what was just said. */
  #ownMessage(isOfSameTurn: boolean): ChatMessage {
    const last = this.messages.at(-1);
    const hasThought = this.#reasoning !== '' || this.#thinking.length > 0;
    const isUnderWay = isOfSameTurn && last?.role === 'assistant' && (!hasThought || this.#awaitsResults());
    const message: ChatMessage = isUnderWay ? last : { role: 'assistant', content: null };
    const { reasoning_content: before, thinking_blocks: blocks } = message;
    if (this.#reasoning !== '') message.reasoning_content = textOf(before) + this.#reasoning;
    if (this.#thinking.length > 0)
      message.thinking_blocks = [...(Array.isArray(blocks) ? blocks : []), ...this.#thinking];
    this.#reasoning = '';
    this.#thinking = [];
    if (!isUnderWay) this.messages.push(message);
    return message;
  }
}

/** What was said in two items of one turn. */
function together(one: string | ContentPart[], other: string | ContentPart[]): string | ContentPart[] {
  if (typeof one === 'string' && typeof other === 'string') return one === '' ? other : `${one}\n\n${other}`;
  return [...partsOf(one), ...partsOf(other)];
}

function partsOf(content: string | ContentPart[]): ContentPart[] {
  if (typeof content !== 'string') return content;
  return content === '' ? [] : [{ type: 'text', text: content }];
}
