import type { ProviderError, StreamProgress } from '@showrunner/providers';
import type { AnswerFacts, TextEncoding } from '../../../exchange/answer/answer-facts.ts';
import type { ByteRelay, StreamRelay } from '../../../exchange/answer/stream-relay.ts';

/** A relay of server-sent events, fed with a stream whose vendor frames it otherwise. */
export class UnframedRelay implements ByteRelay {
  readonly #unframe: (bytes: Uint8Array) => Uint8Array;
  readonly #relay: ByteRelay;
  readonly close: StreamRelay['close'];
  readonly breakOff: StreamRelay['breakOff'];

  constructor(unframe: (bytes: Uint8Array) => Uint8Array, relay: ByteRelay) {
    this.#unframe = unframe;
    this.#relay = relay;
    this.close = relay.close?.bind(relay);
    this.breakOff = relay.breakOff?.bind(relay);
  }

  get encoding(): TextEncoding {
    return this.#relay.encoding;
  }

  get hasContent(): boolean {
    return this.#relay.hasContent;
  }

  get facts(): AnswerFacts {
    return this.#relay.facts;
  }

  get failure(): ProviderError | undefined {
    return this.#relay.failure;
  }

  get progress(): StreamProgress {
    return this.#relay.progress;
  }

  push(bytes: Buffer): string {
    return this.#relay.push(Buffer.from(this.#unframe(bytes)));
  }

  end(): string {
    return this.#relay.end();
  }
}
