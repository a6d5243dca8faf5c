import type { ChatChunk, ProviderError } from '@showrunner/providers';
import { HeldStream, type LiveStream, type StreamSink } from '../../exchange/live-stream.ts';
import type { ChunkRelay } from '../../wires/openai-chat/translated-relay.ts';

/** A stream of chunks that are made here (embedded model, mock), read to its first content. */
export async function openEmbeddedStream(
  chunks: AsyncIterable<ChatChunk> | Iterable<ChatChunk>,
  relay: ChunkRelay,
  provider: string,
  controller: AbortController,
): Promise<LiveStream> {
  const held = new HeldStream();
  const iterator = asAsync(chunks);
  while (!relay.hasContent) {
    const { value, done } = await iterator.next();
    if (done) break;
    held.write(relay.relay(value));
  }
  return new EmbeddedStream(iterator, relay, provider, held, controller);
}

class EmbeddedStream implements LiveStream {
  readonly relay: ChunkRelay;
  readonly #chunks: AsyncIterator<ChatChunk>;
  readonly #provider: string;
  readonly #held: HeldStream;
  readonly #controller: AbortController;
  #wake: (() => void) | undefined;

  constructor(
    chunks: AsyncIterator<ChatChunk>,
    relay: ChunkRelay,
    provider: string,
    held: HeldStream,
    controller: AbortController,
  ) {
    this.#chunks = chunks;
    this.relay = relay;
    this.#provider = provider;
    this.#held = held;
    this.#controller = controller;
  }

  pipe(sink: StreamSink): void {
    this.#held.pipe(sink);
    void this.#pump();
  }

  resume(): void {
    this.#wake?.();
  }

  abort(reason: ProviderError): void {
    this.#controller.abort(reason);
    this.#wake?.();
  }

  async #pump(): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await this.#chunks.next();
        if (done || this.#controller.signal.aborted) break;
        if (!this.#held.write(this.relay.relay(value))) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } catch (error) {
      this.relay.fail(error, this.#provider);
    }
    this.#held.finish(this.relay.failure);
  }
}

async function* asAsync(chunks: AsyncIterable<ChatChunk> | Iterable<ChatChunk>): AsyncGenerator<ChatChunk, undefined> {
  yield* chunks;
  return undefined;
}
