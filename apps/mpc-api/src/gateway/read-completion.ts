import type { ModelReply } from '@showrunner/recipes';
import { createParser } from 'eventsource-parser';
import type { Dispatcher } from 'undici';
import { AlikeChunks } from './alike-chunks.ts';
import { gatewayAnswerUnreadable, gatewayRefusal, StreamCutError } from './gateway-error.ts';
import { firstObject, numberOf, objectOf, parseObject, textOf, type JsonMembers } from '../json-members.ts';

export interface Completion extends ModelReply {
  /** The deployment's model that served, as the gateway names it. */
  readonly model: string;
  readonly tokens: { readonly input: number; readonly output: number } | null;
  /** US dollars; null where the gateway does not know, or cannot before a stream has ended. */
  readonly costUsd: number | null;
}

type Headers = Dispatcher.ResponseData['headers'];

/** Reads OpenAI's chat completion. Throws where it is none, or an error with a good status. */
export function readCompletion(headers: Headers, body: string): Completion {
  const wire = parseObject(body);
  if (wire?.error !== undefined) throw gatewayRefusal(502, headers, body);
  const choice = firstObject(wire?.choices);
  if (wire === undefined || choice === undefined) throw gatewayAnswerUnreadable('no chat completion');
  const message = objectOf(choice.message);
  return {
    text: textOf(message?.content) ?? '',
    refusal: textOf(message?.refusal) ?? null,
    finishReason: textOf(choice.finish_reason) ?? null,
    ...servedAs(headers, wire.model, wire.usage),
  };
}

/**
 * Follows a streamed completion; `onText` is given its text as it comes, the pieces that came together as one. Throws
 * where it breaks or does not end.
 */
export async function readStreamedCompletion(
  { headers, body }: Dispatcher.ResponseData,
  onText: (piece: string) => void,
  signal: AbortSignal,
): Promise<Completion> {
  const chunks = new ChunkReader(onText);
  const decoder = new TextDecoder();
  try {
    for await (const bytes of body as AsyncIterable<Buffer>) chunks.feed(decoder.decode(bytes, { stream: true }));
  } catch (error) {
    signal.throwIfAborted();
    throw new StreamCutError('The connection to the gateway ended in the middle of the answer.', { cause: error });
  }
  return chunks.end(headers);
}

/** What a stream's chunks have said so far. */
class ChunkReader {
  readonly #onText: (piece: string) => void;
  readonly #parser = createParser({ onEvent: ({ data }) => this.#read(data) });
  /** Whether the next text begins an event. */
  #isBetween = true;
  readonly #alike = new AlikeChunks();
  #text = '';
  /** What has come since it was told of last. */
  #fresh = '';
  #refusal: string | null = null;
  #finishReason: string | null = null;
  #usage: unknown;
  #model: unknown;
  #failure: string | undefined;

  constructor(onText: (piece: string) => void) {
    this.#onText = onText;
  }

  /** The next text of the stream, cut wherever the network cut it. */
  feed(text: string): void {
    const rest = this.#isBetween ? text.slice(this.#alike.read(text, this.#add)) : text;
    this.#parser.feed(rest);
    this.#isBetween = text.endsWith('\n\n');
    this.#tell();
  }

  #read(data: string): void {
    if (data === '[DONE]') return;
    const chunk = parseObject(data);
    if (!chunk) return;
    if (chunk.error !== undefined) this.#failure = data;
    this.#model ??= chunk.model;
    this.#usage = chunk.usage ?? this.#usage;
    const choice = firstObject(chunk.choices);
    if (choice) this.#readChoice(choice, data);
  }

  #readChoice(choice: JsonMembers, data: string): void {
    this.#finishReason = textOf(choice.finish_reason) ?? this.#finishReason;
    const delta = objectOf(choice.delta);
    const refusal = textOf(delta?.refusal);
    if (refusal) this.#refusal = (this.#refusal ?? '') + refusal;
    const piece = textOf(delta?.content);
    if (!piece) return;
    if (!refusal && this.#failure === undefined) this.#alike.learn(data, piece);
    this.#add(piece);
  }

  readonly #add = (piece: string): void => {
    this.#text += piece;
    this.#fresh += piece;
  };

  /** Gives on what has come since the last time: a piece has four letters, and looking at them costs as much as at forty. */
  #tell(): void {
    if (this.#fresh === '') return;
    const fresh = this.#fresh;
    this.#fresh = '';
    this.#onText(fresh);
  }

  /** The whole, once the stream has ended. */
  end(headers: Headers): Completion {
    if (this.#failure !== undefined && this.#text === '') throw gatewayRefusal(502, headers, this.#failure);
    if (this.#failure !== undefined)
      throw new StreamCutError('The provider failed in the middle of the answer.', { cause: this.#failure });
    if (this.#finishReason === null)
      throw new StreamCutError('The answer stopped without saying that it was complete.');
    return {
      text: this.#text,
      refusal: this.#refusal,
      finishReason: this.#finishReason,
      ...servedAs(headers, this.#model, this.#usage),
    };
  }
}

/** Who served, and what it took: by the headers first, which the gateway writes itself. */
function servedAs(
  headers: Headers,
  modelInBody: unknown,
  usage: unknown,
): Pick<Completion, 'model' | 'tokens' | 'costUsd'> {
  return {
    model: singleHeader(headers, 'x-showrunner-model') ?? textOf(modelInBody) ?? 'unknown',
    tokens: readUsage(objectOf(usage)),
    costUsd: readCost(headers),
  };
}

function readUsage(usage: JsonMembers | undefined): Completion['tokens'] {
  if (!usage) return null;
  return { input: numberOf(usage.prompt_tokens) ?? 0, output: numberOf(usage.completion_tokens) ?? 0 };
}

function readCost(headers: Headers): number | null {
  const value = Number.parseFloat(singleHeader(headers, 'x-litellm-response-cost') ?? '');
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function singleHeader(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
