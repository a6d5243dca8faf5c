import { ProviderError } from '@showrunner/providers';
import type { StreamAnswer } from '../../../exchange/answer/answer.ts';
import type { Attempt } from '../../../exchange/attempt.ts';
import { timedOut } from '../../../exchange/time/lifetime.ts';
import type { LiveStream, StreamSink } from '../../../exchange/answer/live-stream.ts';
import type { ChunkRelay } from '../../../exchange/answer/stream-relay.ts';
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
    const { idleSeconds, deployment } = attempt;
    return new ChunkStream(iterator, { relay, held, controller, idleSeconds, provider: deployment.adapter.name });
  });
  attempt.contentCame();
  return { kind: 'stream', stream };
}

interface ChunkStreamOptions<Chunk> {
  readonly relay: ChunkRelay<Chunk>;
  readonly held: HeldStream;
  readonly controller: AbortController;
  /** How long there may be nothing between two chunks. */
  readonly idleSeconds: number;
  readonly provider: string;
}

class ChunkStream<Chunk> implements LiveStream {
  readonly relay: ChunkRelay<Chunk>;
  readonly #chunks: AsyncIterator<Chunk>;
  readonly #provider: string;
  readonly #held: HeldStream;
  readonly #controller: AbortController;
  readonly #idleSeconds: number;
  #wake: (() => void) | undefined;

  constructor(chunks: AsyncIterator<Chunk>, options: ChunkStreamOptions<Chunk>) {
    const { relay, held, controller, idleSeconds, provider } = options;
    this.#chunks = chunks;
    this.relay = relay;
    this.#held = held;
    this.#controller = controller;
    this.#idleSeconds = idleSeconds;
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
        const { value, done } = await this.#next();
        this.#controller.signal.throwIfAborted();
        if (done) break;
        if (!this.#held.write(this.relay.relay(value))) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } catch (error) {
      const { reason }: AbortSignal = this.#controller.signal;
      this.relay.fail(ProviderError.isInstance(reason) ? reason : error, this.#provider);
    }
    this.#held.finish(this.relay.failure);
  }

  /** A client that is slow to read costs its source no time: only what is asked for is waited for. */
  async #next(): Promise<IteratorResult<Chunk>> {
    const timer = setTimeout(() => this.abort(timedOut(this.#idleSeconds, this.#provider)), this.#idleSeconds * 1000);
    try {
      return await this.#chunks.next();
    } finally {
      clearTimeout(timer);
    }
  }
}

async function* asAsync<Chunk>(chunks: Chunks<Chunk>): AsyncGenerator<Chunk, undefined> {
  yield* chunks;
  return undefined;
}
