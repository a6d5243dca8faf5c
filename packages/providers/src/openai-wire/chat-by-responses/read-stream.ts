import { randomUUID } from 'node:crypto';
import { asObject, asString, type JsonObject } from '../../kit/json.ts';
import type { EventReader } from '../../kit/stream/stream-decoder.ts';
import { ToolCallTracker } from '../../kit/stream/tool-call-tracker.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { StreamProgress } from '../../spec/call.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, ToolCallDelta, Usage } from '../../spec/operations/chat.ts';
import { readResponsesUsage } from '../read-responses-usage.ts';
import { createdAt, failureOf, finishReasonOf, readCall } from './read-response.ts';
import { PART_SEPARATOR, thinkingOf } from './sealed-reasoning.ts';

/** Reads the events of a streamed response as chunks of a chat (OpenAI's API reference, "Streaming events", 2026-11). */
export class ResponseEventReader implements EventReader<ChatChunk> {
  readonly #vendor: Vendor;
  #head: Pick<ChatChunk, 'id' | 'object' | 'created' | 'model'>;
  readonly #calls = new ToolCallTracker();
  /** Calls of which arguments have come. */
  readonly #argued = new Set<number>();
  #hasCalls = false;
  #hasBegun = false;
  #blocks = 0;
  #isDone = false;
  #usage: Usage | undefined;

  constructor(vendor: Vendor, { model }: ChatCall) {
    this.#vendor = vendor;
    this.#head = { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion.chunk', created: createdAt({}), model };
  }

  read(event: JsonObject): ChatChunk[] {
    const response = asObject(event.response);
    switch (event.type) {
      case 'response.created':
        if (response) this.#begin(response);
        return [];
      case 'response.output_text.delta':
        return this.#say({ content: asString(event.delta) ?? '' });
      case 'response.refusal.delta':
        return this.#say({ refusal: asString(event.delta) ?? '' });
      case 'response.reasoning_summary_text.delta':
        return this.#say({ reasoning_content: asString(event.delta) ?? '' });
      case 'response.reasoning_summary_part.added':
        return event.summary_index === 0 ? [] : this.#say({ reasoning_content: PART_SEPARATOR });
      case 'response.output_item.added':
        return this.#openItem(event);
      case 'response.function_call_arguments.delta':
        return this.#argue(keyOf(event), asString(event.delta) ?? '');
      case 'response.output_item.done':
        return this.#closeItem(event);
      case 'response.completed':
      case 'response.incomplete':
        return this.#end(response ?? {});
      case 'response.failed':
        throw failureOf(this.#vendor, response ?? {});
      case 'error':
        throw failureOf(this.#vendor, asObject(event.error) ? event : { error: event });
      default:
        return [];
    }
  }

  progress(): StreamProgress {
    return this.#isDone ? 'ended' : 'open';
  }

  finish(): ChatChunk[] {
    return this.#usage ? [{ ...this.#head, choices: [], usage: this.#usage }] : [];
  }

  #begin(response: JsonObject): void {
    const { id, model } = this.#head;
    this.#head = {
      ...this.#head,
      id: asString(response.id) ?? id,
      created: createdAt(response),
      model: asString(response.model) ?? model,
    };
  }

  #openItem(event: JsonObject): ChatChunk[] {
    const item = asObject(event.item) ?? {};
    if (item.type !== 'function_call') return [];
    const { id, function: called } = readCall(item);
    this.#hasCalls = true;
    return this.#sayCall(this.#calls.open(keyOf(event), { id, name: called.name }));
  }

  #argue(key: number, text: string): ChatChunk[] {
    if (text !== '') this.#argued.add(key);
    return this.#sayCall(this.#calls.append(key, text));
  }

  /** Some vendors send a call's arguments whole at its end. */
  #closeItem(event: JsonObject): ChatChunk[] {
    const item = asObject(event.item) ?? {};
    const key = keyOf(event);
    if (item.type === 'function_call') {
      const rest = this.#argued.has(key) ? [] : this.#argue(key, readCall(item).function.arguments);
      return [...rest, ...this.#sayCall(this.#calls.close(key))];
    }
    const block = item.type === 'reasoning' ? thinkingOf(item) : undefined;
    return block ? this.#say({ thinking_blocks: [{ ...block, index: this.#blocks++ }] }) : [];
  }

  #end(response: JsonObject): ChatChunk[] {
    this.#isDone = true;
    this.#usage = readResponsesUsage(response.usage);
    const calls = this.#calls.closeAll();
    return [
      ...calls.flatMap((call) => this.#sayCall(call)),
      ...this.#say({}, finishReasonOf(response, this.#hasCalls)),
    ];
  }

  #sayCall(call: ToolCallDelta | undefined): ChatChunk[] {
    return call ? this.#say({ tool_calls: [call] }) : [];
  }

  #say(delta: ChatDelta, finish_reason: FinishReason | null = null): ChatChunk[] {
    const first: ChatDelta = this.#hasBegun ? {} : { role: 'assistant' };
    this.#hasBegun = true;
    return [{ ...this.#head, choices: [{ index: 0, delta: { ...first, ...delta }, finish_reason }] }];
  }
}

function keyOf({ output_index: index }: JsonObject): number {
  return typeof index === 'number' ? index : 0;
}
