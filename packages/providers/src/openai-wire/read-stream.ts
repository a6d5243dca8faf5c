import { randomUUID } from 'node:crypto';
import type { EventReader } from '../kit/stream/stream-decoder.ts';
import { vendorErrorToProviderError } from '../kit/failure/classify-error.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { readFinishReason } from '../kit/finish-reason.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { ToolCallTracker } from '../kit/stream/tool-call-tracker.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { StreamProgress } from '../spec/call.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, ToolCallDelta, Usage } from '../spec/operations/chat.ts';
import { argumentsText } from './decode-chat.ts';
import { readMessageText } from './read-message.ts';
import { readShownUsage } from './read-usage.ts';
import { isSignOfLife } from './sign-of-life.ts';

/** Reads the chunks of OpenAI's wire. Usage, which vendors send beside choices or in each chunk, is kept for the end. */
export class OpenAiEventReader implements EventReader<ChatChunk> {
  readonly #vendor: Vendor;
  readonly #fallback: { readonly id: string; readonly created: number; readonly model: string };
  readonly #choices = new Map<number, ChoiceReader>();
  #envelope: JsonObject = {};
  #usage: Usage | undefined;

  constructor(vendor: Vendor, call: ChatCall) {
    this.#vendor = vendor;
    this.#fallback = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: call.model };
  }

  read(event: JsonObject): ChatChunk[] {
    if (event.usage === undefined && isSignOfLife(event)) return [];
    if (asObject(event.error) || !isChunk(event)) throw noChunk(this.#vendor, event);
    const { choices: _choices, usage: _usage, ...rest } = event;
    this.#envelope = rest;
    this.#usage = readShownUsage(event.usage ?? asObject(event.x_groq)?.usage) ?? this.#usage;
    const read = asObjects(event.choices).map((choice, position) => {
      const index = typeof choice.index === 'number' ? choice.index : position;
      return { ...choice, index, ...this.#choice(index).read(choice) };
    });
    return read.length > 0 ? [this.#chunk({ choices: read })] : [];
  }

  progress(): StreamProgress {
    const choices = [...this.#choices.values()];
    return choices.length > 0 && choices.every(({ hasFinished }) => hasFinished) ? 'may-end' : 'open';
  }

  finish(): ChatChunk[] {
    return this.#usage ? [{ ...this.#chunk({ choices: [] }), usage: this.#usage }] : [];
  }

  #chunk(members: Pick<ChatChunk, 'choices'>): ChatChunk {
    const { id, created, model } = this.#envelope;
    return {
      ...this.#envelope,
      id: asString(id) || this.#fallback.id,
      object: 'chat.completion.chunk',
      created: typeof created === 'number' ? created : this.#fallback.created,
      model: asString(model) || this.#fallback.model,
      ...members,
    };
  }

  #choice(index: number): ChoiceReader {
    const known = this.#choices.get(index) ?? new ChoiceReader();
    this.#choices.set(index, known);
    return known;
  }
}

/** Some send usage in a chunk without choices, or write those as null. */
function isChunk({ choices, usage }: JsonObject): boolean {
  return Array.isArray(choices) || choices === null || (choices === undefined && asObject(usage) !== undefined);
}

function noChunk(vendor: Vendor, event: JsonObject): Error {
  const error = readVendorError(event);
  if (error) return vendorErrorToProviderError(vendor, undefined, error);
  return malformedAnswer(vendor, JSON.stringify(event), 'an event of the stream is no chunk');
}

/** One choice of a streamed answer. */
class ChoiceReader {
  readonly #toolCalls = new ToolCallTracker();
  #lastKey: string | number = 0;
  hasFinished = false;

  read(choice: JsonObject): { delta: ChatDelta; finish_reason: FinishReason | null } {
    const delta = asObject(choice.delta) ?? asObject(choice.message) ?? {};
    const finishReason = readFinishReason(choice.finish_reason);
    this.hasFinished ||= finishReason !== null;
    const calls = asObjects(delta.tool_calls).flatMap((call) => this.#readToolCall(call));
    if (finishReason !== null) calls.push(...this.#toolCalls.closeAll());
    return { delta: readDelta(delta, calls), finish_reason: finishReason };
  }

  #readToolCall(delta: JsonObject): ToolCallDelta[] {
    this.#lastKey = typeof delta.index === 'number' ? delta.index : (asString(delta.id) ?? this.#lastKey);
    return readToolCallDelta(this.#toolCalls, this.#lastKey, delta);
  }
}

function readDelta(delta: JsonObject, toolCalls: ToolCallDelta[]): ChatDelta {
  const { content, reasoning } = readMessageText(delta);
  const { role, content: hasContent, reasoning: _reasoning, tool_calls: _toolCalls, ...rest } = delta;
  return {
    ...rest,
    ...(role !== undefined && { role: 'assistant' as const }),
    ...(hasContent !== undefined && { content }),
    ...(reasoning !== undefined && { reasoning_content: reasoning }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
}

/** A new id is a new call, also under an index that was used before: some servers give each parallel call index 0. */
function readToolCallDelta(tracker: ToolCallTracker, key: string | number, delta: JsonObject): ToolCallDelta[] {
  const called = asObject(delta.function);
  const id = asString(delta.id) || undefined;
  const openId = tracker.idOf(key);
  const isNew = openId === undefined || (id !== undefined && id !== openId);
  const closed = isNew ? tracker.close(key) : undefined;
  const opened = isNew ? tracker.open(key, { id, name: asString(called?.name) ?? '' }) : undefined;
  const text = called?.arguments === undefined || called.arguments === '' ? '' : argumentsText(called.arguments);
  const appended = tracker.append(key, text);
  const continued = opened ? { ...opened, function: { ...opened.function, arguments: text } } : appended;
  return [closed, continued].filter((each) => each !== undefined);
}
