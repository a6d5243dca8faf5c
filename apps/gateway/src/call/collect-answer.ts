import type { IncomingHttpHeaders } from 'node:http';
import { ProviderError, type EncodedRequest } from '@showrunner/providers';
import type { Dispatcher } from 'undici';
import { connectionFailure } from '../failure/connection-failure.ts';
import { timedOut, type Lifetime } from './lifetime.ts';
import { UpstreamHandler } from './upstream-handler.ts';
import type { UpstreamAddress } from './upstream-pools.ts';

/** Far above any chat completion; a vendor that sends more is broken. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The request's own deadline is above undici's timers for the head and the body, which cost something to set. */
const NO_TIMEOUTS = { headersTimeout: 0, bodyTimeout: 0 };

/** A vendor's whole answer. */
export interface CollectedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface CollectOptions<Result> {
  /** The prefix of the vendor, for errors. */
  readonly provider: string;
  readonly lifetime: Lifetime;
  /** How long this answer may take; nothing beside the request's deadline. */
  readonly limitSeconds: number | undefined;
  /** Makes the result of the answer, or throws a `ProviderError`. */
  readonly read: (answer: CollectedAnswer) => Result;
}

/** Sends a request and reads all of its answer. Rejects with a `ProviderError`. */
export function collectAnswer<Result>(
  { dispatcher, origin, path }: UpstreamAddress,
  { method, headers, body }: EncodedRequest,
  options: CollectOptions<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(
      { origin, path, method, headers, body, ...NO_TIMEOUTS },
      new AnswerCollector(options, resolve, reject),
    );
  });
}

class AnswerCollector<Result> extends UpstreamHandler {
  readonly #provider: string;
  readonly #lifetime: Lifetime;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #read: (answer: CollectedAnswer) => Result;
  readonly #resolve: (result: Result) => void;
  readonly #reject: (reason: unknown) => void;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    { provider, lifetime, limitSeconds, read }: CollectOptions<Result>,
    resolve: (result: Result) => void,
    reject: (reason: unknown) => void,
  ) {
    super(lifetime);
    this.#provider = provider;
    this.#lifetime = lifetime;
    this.#read = read;
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
    try {
      this.#resolve(this.#read({ status: this.#status, headers: this.#headers, body }));
    } catch (error) {
      this.#reject(error);
    }
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
