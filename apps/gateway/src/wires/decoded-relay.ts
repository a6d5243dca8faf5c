import type { ProviderError, StreamDecoder, StreamProgress } from '@showrunner/providers';
import type { AnswerFacts, TextEncoding } from '../exchange/answer/answer-facts.ts';
import type { ByteRelay, ChunkRelay } from '../exchange/answer/stream-relay.ts';
import type { GatewayError } from '../failure/gateway-error.ts';

/** A relay of chunks, fed with a vendor's bytes through its decoder. */
export class DecodedRelay<Chunk> implements ByteRelay {
  readonly #decoder: StreamDecoder<Chunk>;
  readonly #provider: string;
  readonly #chunks: ChunkRelay<Chunk>;
  readonly close: (() => Promise<string>) | undefined;
  readonly breakOff: ((failure: GatewayError) => string) | undefined;

  constructor(decoder: StreamDecoder<Chunk>, provider: string, chunks: ChunkRelay<Chunk>) {
    this.#decoder = decoder;
    this.#provider = provider;
    this.#chunks = chunks;
    this.close = chunks.close?.bind(chunks);
    this.breakOff = chunks.breakOff?.bind(chunks);
  }

  get encoding(): TextEncoding {
    return this.#chunks.encoding;
  }

  get hasContent(): boolean {
    return this.#chunks.hasContent;
  }

  get facts(): AnswerFacts {
    return this.#chunks.facts;
  }

  get failure(): ProviderError | undefined {
    return this.#chunks.failure;
  }

  get progress(): StreamProgress {
    return this.failure ? 'open' : this.#decoder.progress();
  }

  push(bytes: Buffer): string {
    return this.#relayAll(() => this.#decoder.push(bytes));
  }

  end(): string {
    return this.#relayAll(() => this.#decoder.end());
  }

  #relayAll(read: () => Chunk[]): string {
    if (this.failure) return '';
    try {
      return read()
        .map((chunk) => this.#chunks.relay(chunk))
        .join('');
    } catch (error) {
      this.#chunks.fail(error, this.#provider);
      return '';
    }
  }
}
