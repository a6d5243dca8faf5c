import { randomUUID } from 'node:crypto';
import { vendorErrorToProviderError } from '../../kit/failure/classify-error.ts';
import { malformedAnswer } from '../../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../../kit/json.ts';
import type { EventReader } from '../../kit/stream/stream-decoder.ts';
import { ToolCallTracker } from '../../kit/stream/tool-call-tracker.ts';
import { readVendorError } from '../../kit/failure/vendor-error.ts';
import type { Vendor } from '../../spec/adapter.ts';
import type { StreamProgress } from '../../spec/call.ts';
import type { ChatCall, ChatChunk, ChatDelta, FinishReason, ToolCallDelta, Usage } from '../../spec/operations/chat.ts';
import { ANSWER_TOOL, answerSchema } from './answer-tool.ts';
import { readConverseUsage, readStopReason } from './decode.ts';

/** Reads the events of ConverseStream (AWS, "ConverseStream", 2026-11), each under its name, as chunks. */
export class ConverseEventReader implements EventReader<ChatChunk> {
  readonly #vendor: Vendor;
  readonly #model: string;
  readonly #isStructured: boolean;
  readonly #id = `chatcmpl-${randomUUID()}`;
  readonly #created = Math.floor(Date.now() / 1000);
  readonly #calls = new ToolCallTracker();
  /** Blocks whose text is the answer itself. */
  readonly #answers = new Set<number>();
  #hasCalls = false;
  #usage: Usage | undefined;
  #progress: StreamProgress = 'open';

  constructor(vendor: Vendor, call: ChatCall) {
    this.#vendor = vendor;
    this.#model = call.model;
    this.#isStructured = answerSchema(call) !== undefined;
  }

  read(event: JsonObject): ChatChunk[] {
    if (event.error !== undefined || event.type === 'error') {
      throw vendorErrorToProviderError(this.#vendor, undefined, readVendorError(event));
    }
    const [name, value] = Object.entries(event)[0] ?? [];
    const members = asObject(value);
    if (name === undefined || members === undefined) {
      throw malformedAnswer(this.#vendor, JSON.stringify(event), 'an event of the stream has no name');
    }
    const index = typeof members.contentBlockIndex === 'number' ? members.contentBlockIndex : 0;
    switch (name) {
      case 'messageStart':
        return [this.#chunk({ role: 'assistant', content: '' })];
      case 'contentBlockStart':
        return this.#open(index, asObject(asObject(members.start)?.toolUse));
      case 'contentBlockDelta':
        return this.#readDelta(index, asObject(members.delta) ?? {});
      case 'contentBlockStop':
        return this.#callChunk(this.#calls.close(index));
      case 'messageStop':
        this.#progress = 'may-end';
        return [this.#chunk({}, readStopReason(members.stopReason, this.#hasCalls))];
      case 'metadata':
        this.#usage = readConverseUsage(members.usage);
        if (this.#progress === 'may-end') this.#progress = 'ended';
        return [];
      default:
        return []; // what AWS may add
    }
  }

  progress(): StreamProgress {
    return this.#progress;
  }

  finish(): ChatChunk[] {
    return this.#usage ? [{ ...this.#chunk({}), choices: [], usage: this.#usage }] : [];
  }

  #open(index: number, use: JsonObject | undefined): ChatChunk[] {
    if (!use) return [];
    const name = asString(use.name) ?? '';
    if (this.#isStructured && name === ANSWER_TOOL) {
      this.#answers.add(index);
      return [];
    }
    this.#hasCalls = true;
    return this.#callChunk(this.#calls.open(index, { id: asString(use.toolUseId), name }));
  }

  #readDelta(index: number, { text, toolUse, reasoningContent }: JsonObject): ChatChunk[] {
    const input = asString(asObject(toolUse)?.input);
    if (input !== undefined && this.#answers.has(index)) return input === '' ? [] : [this.#chunk({ content: input })];
    if (input !== undefined) return this.#callChunk(this.#calls.append(index, input));
    const thought = asString(asObject(reasoningContent)?.text);
    if (thought !== undefined) return [this.#chunk({ reasoning_content: thought })];
    return typeof text === 'string' && text !== '' ? [this.#chunk({ content: text })] : [];
  }

  #callChunk(delta: ToolCallDelta | undefined): ChatChunk[] {
    return delta ? [this.#chunk({ tool_calls: [delta] })] : [];
  }

  #chunk(delta: ChatDelta, finishReason: FinishReason | null = null): ChatChunk {
    const choices = [{ index: 0, delta, finish_reason: finishReason }];
    return { id: this.#id, object: 'chat.completion.chunk', created: this.#created, model: this.#model, choices };
  }
}
