import type { ProviderError } from '@showrunner/providers';
import type { StreamAnswer } from '../../../exchange/answer.ts';
import type { Attempt } from '../../../exchange/attempt.ts';
import type { LiveStream, StreamSink } from '../../../exchange/live-stream.ts';
import type { ChunkRelay } from '../../../exchange/stream-relay.ts';
import { HeldStream } from '../held-stream.ts';
import { runWithinLimit } from './run-within-limit.ts';

type Chunks<Chunk> = AsyncIterable<Chunk> | Iterable<Chunk>;

/** Takes chunks that are made in this process (embedded model, mock), up to the first content. */
export async function openChunks<Chunk>(
  attempt: Attempt,
  start: (signal: AbortSignal) => Chunks<Chunk>,
  relay: ChunkRelay<Chunk>,
): Promise<StreamAnswer> {
  const stream = await runWithinLimit(attempt, async (controller) => {
    const held = new HeldStream(attempt);
    const iterator = asAsync(start(controller.signal));
    while (!relay.hasContent) {
      const { value, done } = await iterator.next();
      if (done) break;
      held.write(relay.relay(value));
    }
    return new ChunkStream(iterator, { relay, held, controller, provider: attempt.deployment.adapter.name });
  });
  attempt.contentCame();
  return { kind: 'stream', stream };
}

interface ChunkStreamOptions<Chunk> {
  readonly relay: ChunkRelay<Chunk>;
  readonly held: HeldStream;
  readonly controller: AbortController;
  readonly provider: string;
}

class ChunkStream<Chunk> implements LiveStream {
  readonly relay: ChunkRelay<Chunk>;
  readonly #chunks: AsyncIterator<Chunk>;
  readonly #provider: string;
  readonly #held: HeldStream;
  readonly #controller: AbortController;
  #wake: (() => void) | undefined;

  constructor(chunks: AsyncIterator<Chunk>, { relay, held, controller, provider }: ChunkStreamOptions<Chunk>) {
    this.#chunks = chunks;
    this.relay = relay;
    this.#held = held;
    this.#controller = controller;
    this.#provider = provider;
    // Whoever waits for the client to read on need not wait any longer.
    controller.signal.addEventListener('abort', () => this.#wake?.());
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
  }

  async #pump(): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await this.#chunks.next();
        this.#controller.signal.throwIfAborted();
        if (done) break;
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

async function* asAsync<Chunk>(chunks: Chunks<Chunk>): AsyncGenerator<Chunk, undefined> {
  yield* chunks;
  return undefined;
}
