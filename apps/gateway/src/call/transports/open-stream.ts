import type { IncomingHttpHeaders } from 'node:http';
import type { EncodedRequest, HttpProviderAdapter, ProviderError } from '@showrunner/providers';
import type { ByteRelay } from '../../wires/openai-chat/chat-relay.ts';
import { HeldStream, type LiveStream, type StreamSink } from '../../exchange/live-stream.ts';
import { connectionFailure } from '../../failure/connection-failure.ts';
import type { UpstreamAddress } from '../../upstream/upstreams.ts';
import type { StreamAnswer } from '../../exchange/answer.ts';
import { timedOut, type Lifetime } from '../../exchange/lifetime.ts';
import { UpstreamHandler } from './upstream-handler.ts';

/** An error body is read no further than this. */
const MOST_ERROR_BYTES = 1024 * 1024;

export interface OpenStreamOptions {
  readonly adapter: HttpProviderAdapter;
  readonly relay: ByteRelay;
  readonly lifetime: Lifetime;
  /** How long the first content may take; nothing beside the request's deadline. */
  readonly limitSeconds: number | undefined;
  /** How long the vendor may be silent between two chunks. */
  readonly idleSeconds: number;
}

/** Sends a request and waits for the first content of its stream. Rejects with a `ProviderError` before that. */
export function openStream(
  address: UpstreamAddress,
  request: EncodedRequest,
  options: OpenStreamOptions,
): Promise<StreamAnswer> {
  return new Promise((resolve, reject) => {
    new StreamOpener(options, resolve, reject).start(address, request, options.idleSeconds);
  });
}

class StreamOpener extends UpstreamHandler implements LiveStream {
  readonly relay: ByteRelay;
  readonly #options: OpenStreamOptions;
  readonly #resolve: (answer: StreamAnswer) => void;
  readonly #reject: (reason: ProviderError) => void;
  readonly #held = new HeldStream();
  #firstContentTimer: NodeJS.Timeout | undefined;
  #isOpen = false;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #errorBody: Buffer[] = [];
  #errorBytes = 0;

  constructor(
    options: OpenStreamOptions,
    resolve: (answer: StreamAnswer) => void,
    reject: (reason: ProviderError) => void,
  ) {
    super(options.lifetime);
    this.relay = options.relay;
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    const { limitSeconds, adapter } = options;
    if (limitSeconds !== undefined) {
      this.#firstContentTimer = setTimeout(() => this.abort(timedOut(limitSeconds, adapter.name)), limitSeconds * 1000);
    }
  }

  pipe(sink: StreamSink): void {
    this.#held.pipe(sink);
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onData(bytes: Buffer): void {
    if (this.#status >= 300) {
      this.#errorBytes += bytes.length;
      if (this.#errorBytes <= MOST_ERROR_BYTES) this.#errorBody.push(bytes);
      return;
    }
    if (!this.#held.write(this.relay.push(bytes))) this.pause();
    if (this.relay.failure) this.abort(this.relay.failure);
    else if (!this.#isOpen && this.relay.hasContent) this.#open();
  }

  onEnd(): void {
    if (this.#status >= 300) {
      this.onError(this.#options.adapter.decodeError(this.#status, this.#headers, Buffer.concat(this.#errorBody)));
      return;
    }
    this.#held.write(this.relay.end());
    if (this.relay.failure) {
      this.onError(this.relay.failure);
      return;
    }
    // An answer without any content is one too: a vendor may finish with nothing to say.
    if (!this.#isOpen) this.#open();
    this.#held.finish(undefined);
  }

  #open(): void {
    this.#isOpen = true;
    clearTimeout(this.#firstContentTimer);
    this.#resolve({ kind: 'stream', stream: this });
  }

  onError(error: unknown): void {
    const { adapter, lifetime } = this.#options;
    const reason = connectionFailure(error, adapter.name);
    clearTimeout(this.#firstContentTimer);
    lifetime.listen(undefined);
    if (this.#isOpen) this.#held.finish(reason);
    else this.#reject(reason);
  }
}
