import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { cutStream } from '../kit/failure/failures.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatChunk, ChatDelta, FinishReason, ToolCallDelta } from '../spec/operations/chat.ts';
import { citationOf, finishReasonOf, imageOf, usageOf } from './answer.ts';
import type { BridgeDialect } from './dialect.ts';
import { vendorErrorIn } from './provider-error.ts';

/** A call under way: where it stands in the answer, and whether its arguments have come. */
interface OpenCall {
  readonly index: number;
  hasArguments: boolean;
}

/** Reads one stream of the AI SDK's parts into chunks of OpenAI's. One per call. */
export class ChunkReader {
  readonly #vendor: Vendor;
  readonly #dialect: BridgeDialect;
  readonly #head: Pick<ChatChunk, 'id' | 'object' | 'created' | 'model'>;
  readonly #calls = new Map<string, OpenCall>();
  #hasBegun = false;
  #hasEnded = false;

  constructor(vendor: Vendor, dialect: BridgeDialect, model: string) {
    this.#vendor = vendor;
    this.#dialect = dialect;
    const created = Math.floor(Date.now() / 1000);
    this.#head = { id: `chatcmpl-${crypto.randomUUID()}`, object: 'chat.completion.chunk', created, model };
  }

  /** Throws the vendor's error where the part is one. */
  read(part: LanguageModelV4StreamPart): ChatChunk[] {
    switch (part.type) {
      case 'text-delta':
        return this.#say({ content: part.delta });
      case 'reasoning-delta':
        return this.#say({ reasoning_content: part.delta });
      case 'tool-input-start':
        return part.providerExecuted === true ? [] : this.#beginCall(part.id, part.toolName, part.providerMetadata);
      case 'tool-input-delta':
        return this.#continueCall(part.id, part.delta);
      case 'tool-call':
        return part.providerExecuted === true ? [] : this.#wholeCall(part);
      case 'file':
        return part.data.type === 'data' ? this.#say({ images: [imageOf(part.mediaType, part.data.data)] }) : [];
      case 'source':
        return part.sourceType === 'url' ? this.#say({ annotations: [citationOf(part.url, part.title)] }) : [];
      case 'finish':
        return this.#finish(part);
      case 'raw':
        return this.#refuseError(part.rawValue);
      case 'error':
        throw part.error;
      // What begins and ends has said all of it in between; the rest has no place on OpenAI's wire.
      case 'stream-start':
      case 'response-metadata':
      case 'text-start':
      case 'text-end':
      case 'reasoning-start':
      case 'reasoning-end':
      case 'reasoning-file':
      case 'tool-input-end':
      case 'tool-result':
      case 'tool-approval-request':
      case 'custom':
        return [];
    }
  }

  /** Throws where the vendor had not said that it was done. */
  end(): void {
    if (!this.#hasEnded) throw cutStream(this.#vendor);
  }

  /** The packages pass over an error that comes as an event. */
  #refuseError(event: unknown): ChatChunk[] {
    const error = vendorErrorIn(this.#vendor, event);
    if (error) throw error;
    return [];
  }

  #say(delta: ChatDelta): ChatChunk[] {
    const role = this.#hasBegun ? {} : ({ role: 'assistant' } as const);
    this.#hasBegun = true;
    return [this.#chunk({ ...role, ...delta })];
  }

  #beginCall(
    id: string,
    name: string,
    metadata: Extract<LanguageModelV4StreamPart, { type: 'tool-input-start' }>['providerMetadata'],
  ): ChatChunk[] {
    const call = { index: this.#calls.size, hasArguments: false };
    this.#calls.set(id, call);
    const shown = this.#dialect.toolCallIds?.write(id, metadata) ?? id;
    return this.#say({
      tool_calls: [{ index: call.index, id: shown, type: 'function', function: { name, arguments: '' } }],
    });
  }

  #continueCall(id: string, text: string): ChatChunk[] {
    const call = this.#calls.get(id);
    if (!call || text === '') return [];
    call.hasArguments = true;
    const delta: ToolCallDelta = { index: call.index, function: { arguments: text } };
    return this.#say({ tool_calls: [delta] });
  }

  /** A call whose arguments came in pieces is repeated whole at its end. */
  #wholeCall({
    toolCallId,
    toolName,
    input,
    providerMetadata,
  }: Extract<LanguageModelV4StreamPart, { type: 'tool-call' }>): ChatChunk[] {
    const begun = this.#calls.has(toolCallId) ? [] : this.#beginCall(toolCallId, toolName, providerMetadata);
    if (this.#calls.get(toolCallId)?.hasArguments === true) return begun;
    return [...begun, ...this.#continueCall(toolCallId, input)];
  }

  #finish({ finishReason, usage: counted }: Extract<LanguageModelV4StreamPart, { type: 'finish' }>): ChatChunk[] {
    // The packages end with "other", and without a word of the vendor's, where the connection did.
    if (finishReason.unified === 'other' && finishReason.raw === undefined) throw cutStream(this.#vendor);
    this.#hasEnded = true;
    const usage = usageOf(counted);
    const last = this.#chunk({}, finishReasonOf(finishReason, this.#calls.size > 0));
    return usage ? [last, { ...this.#head, choices: [], usage }] : [last];
  }

  #chunk(delta: ChatDelta, finish: FinishReason | null = null): ChatChunk {
    return { ...this.#head, choices: [{ index: 0, delta, finish_reason: finish }] };
  }
}
