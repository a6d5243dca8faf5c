import type { IncomingHttpHeaders } from 'node:http';
import { ProviderError, type EncodedRequest } from '@showrunner/providers';
import type { Dispatcher } from 'undici';
import { connectionFailure } from '../failure/connection-failure.ts';
import { timedOut, type Lifetime } from './lifetime.ts';
import { UpstreamHandler } from './upstream-handler.ts';
import type { UpstreamAddress } from './upstream-pools.ts';

/** Far above any chat completion; a vendor that sends more is broken. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A vendor's whole answer. */
export interface CollectedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface CollectOptions {
  /** The prefix of the vendor, for errors. */
  readonly provider: string;
  readonly lifetime: Lifetime;
  /** How long this answer may take; nothing beside the request's deadline. */
  readonly limitSeconds: number | undefined;
}

/** Sends a request and waits for all of its answer. Rejects with a `ProviderError`. */
export function collectAnswer(
  { dispatcher, origin, path }: UpstreamAddress,
  { method, headers, body }: EncodedRequest,
  options: CollectOptions,
): Promise<CollectedAnswer> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch({ origin, path, method, headers, body }, new AnswerCollector(options, resolve, reject));
  });
}

class AnswerCollector extends UpstreamHandler {
  readonly #provider: string;
  readonly #lifetime: Lifetime;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #resolve: (answer: CollectedAnswer) => void;
  readonly #reject: (reason: ProviderError) => void;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    { provider, lifetime, limitSeconds }: CollectOptions,
    resolve: (answer: CollectedAnswer) => void,
    reject: (reason: ProviderError) => void,
  ) {
    super(lifetime);
    this.#provider = provider;
    this.#lifetime = lifetime;
    this.#resolve = resolve;
    this.#reject = reject;
    if (limitSeconds !== undefined) {
      this.#timer = setTimeout(() => this.abort(timedOut(limitSeconds, provider)), limitSeconds * 1000);
    }
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    this.#chunks.push(chunk);
    if (this.#size > MOST_BYTES) this.abort(tooLarge(this.#provider));
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    const [first] = this.#chunks;
    const body = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  protected override fail(error: unknown): void {
    clearTimeout(this.#timer);
    this.#lifetime.listen(undefined);
    this.#reject(connectionFailure(error, this.#provider));
  }
}

function tooLarge(provider: string): ProviderError {
  return new ProviderError({
    kind: 'malformed_answer',
    message: `The provider sent more than ${MOST_BYTES} bytes`,
    provider,
    status: 502,
    isRetryable: false,
  });
}
